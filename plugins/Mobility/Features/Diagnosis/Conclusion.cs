namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What follows from a conversation: situations, objectives, actions, the next three steps.</summary>
/// <param name="Obstacles">What stands in the way, the heaviest first.</param>
/// <param name="Strengths">What helps.</param>
/// <param name="Objectives">What to aim at, in the order of what stands in the way.</param>
/// <param name="Actions">What to do, the first that helps most.</param>
/// <param name="Publics">Publics of data·inclusion that the person belongs to; never none, which would find what is meant for others.</param>
internal sealed record Conclusion(
    IReadOnlyList<Situation> Obstacles, IReadOnlyList<Situation> Strengths, IReadOnlyList<Objective> Objectives, IReadOnlyList<GuideAction> Actions, IReadOnlyList<string> Publics)
{
    private const int StepsAtOnce = 3;

    /// <summary>Three at most: more are forgotten. The first to do comes first.</summary>
    public IReadOnlyList<GuideAction> Steps => [.. Actions.Take(StepsAtOnce).OrderBy(action => action.Days)];

    public static Conclusion Of(Conversation conversation)
    {
        var guide = conversation.Guide;
        var age = AgeOf(conversation.One("age"));
        var situations = conversation.Situations.OrderByDescending(situation => situation.Weight).ToList();
        var ways = situations.SelectMany(situation => situation.Objectives).Distinct()
            .Select(id => guide.Objectives.First(objective => objective.Id == id))
            .Select(objective => (Objective: objective, Actions: objective.Actions.Select(guide.Action).Where(action => action.FromAge <= age && !conversation.HasAny(action.Unless)).ToList()))
            .Where(way => way.Actions.Count > 0).ToList();
        return new Conclusion(
            [.. situations.Where(situation => !situation.IsStrength)], [.. situations.Where(situation => situation.IsStrength)],
            [.. ways.Select(way => way.Objective)], [.. InTurn([.. ways.Select(way => way.Actions)])], PublicsOf(conversation, age));
    }

    /// <summary>The first action of each objective before the second of any: three steps then serve three ends.</summary>
    private static IEnumerable<GuideAction> InTurn(List<List<GuideAction>> ways) => Enumerable.Range(0, ways.Select(actions => actions.Count).DefaultIfEmpty().Max())
        .SelectMany(rank => ways.Where(actions => actions.Count > rank).Select(actions => actions[rank])).Distinct();

    private static IReadOnlyList<string> PublicsOf(Conversation conversation, int age) =>
        [.. conversation.Answers.SelectMany(answer => answer.Publics ?? []).Concat(age < 26 ? ["jeunes"] : []).Distinct().DefaultIfEmpty("tous-publics")];

    /// <summary>The oldest of the age group; without an answer, nothing is left out.</summary>
    private static int AgeOf(string? group) => group switch { "15" => 15, "16-17" => 17, "18-25" => 25, _ => 99 };
}
