namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What follows from a conversation: situations, objectives, actions, the next three steps.</summary>
/// <param name="Obstacles">What stands in the way, the heaviest first.</param>
/// <param name="Strengths">What helps.</param>
/// <param name="Objectives">What to aim at, in the order of what stands in the way.</param>
/// <param name="Actions">What to do, the first that helps most.</param>
/// <param name="Publics">Publics of data·inclusion that the person belongs to.</param>
internal sealed record Conclusion(
    IReadOnlyList<Situation> Obstacles, IReadOnlyList<Situation> Strengths, IReadOnlyList<Objective> Objectives, IReadOnlyList<GuideAction> Actions, IReadOnlyList<string> Publics)
{
    private const int StepsAtOnce = 3;

    /// <summary>Three at most: more are forgotten. The first to do comes first.</summary>
    public IReadOnlyList<GuideAction> Steps => [.. Actions.Take(StepsAtOnce).OrderBy(action => action.Days)];

    public static Conclusion Of(Conversation conversation)
    {
        var guide = conversation.Guide;
        var answers = conversation.Answers;
        var situations = answers.SelectMany(answer => answer.Situations ?? []).Distinct().Select(guide.Situation).OrderByDescending(situation => situation.Weight).ToList();
        var objectives = situations.SelectMany(situation => situation.Objectives).Distinct().Select(id => guide.Objectives.First(objective => objective.Id == id)).ToList();
        var age = AgeOf(conversation.One("age"));
        return new Conclusion(
            [.. situations.Where(situation => !situation.IsStrength)], [.. situations.Where(situation => situation.IsStrength)], objectives,
            [.. InTurn(objectives).Select(id => guide.Actions.First(action => action.Id == id)).Where(action => action.FromAge <= age)],
            [.. answers.SelectMany(answer => answer.Publics ?? []).Concat(age < 26 ? ["jeunes"] : []).Distinct()]);
    }

    /// <summary>The first action of each objective before the second of any: three steps then serve three ends.</summary>
    private static IEnumerable<string> InTurn(List<Objective> objectives) => Enumerable.Range(0, objectives.Select(objective => objective.Actions.Count).DefaultIfEmpty().Max())
        .SelectMany(rank => objectives.Where(objective => objective.Actions.Count > rank).Select(objective => objective.Actions[rank])).Distinct();

    /// <summary>The oldest of the age group; without an answer, nothing is left out.</summary>
    private static int AgeOf(string? group) => group switch { "15" => 15, "16-17" => 17, "18-25" => 25, _ => 99 };
}
