using System.Text.Json;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What the conversation is made of: questions, and how answers lead from situations to objectives and to actions. Read from <c>diagnosis.json</c>.</summary>
/// <param name="Source">Where it comes from, and under which licence.</param>
/// <param name="Questions">In the order in which they are asked.</param>
/// <param name="Situations">What stands in someone's way, or helps.</param>
/// <param name="Objectives">What to aim at.</param>
/// <param name="Actions">What to do.</param>
internal sealed record Guide(
    string Source, IReadOnlyList<Question> Questions, IReadOnlyList<Situation> Situations, IReadOnlyList<Objective> Objectives, IReadOnlyList<GuideAction> Actions)
{
    private static readonly Lazy<Guide> Loaded = new(Load);

    public static Guide Shared => Loaded.Value;

    public Situation Situation(string id) => Situations.First(situation => situation.Id == id);

    public GuideAction Action(string id) => Actions.First(action => action.Id == id);

    private static Guide Load()
    {
        using var file = typeof(Guide).Assembly.GetManifestResourceStream("diagnosis.json")!;
        return JsonSerializer.Deserialize<Guide>(file, JsonSerializerOptions.Web)!;
    }
}

/// <summary>A question.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="Text">The question.</param>
/// <param name="Answers">What may be answered; none for a place.</param>
/// <param name="Hint">How to answer.</param>
/// <param name="Several">Whether several answers may be given.</param>
/// <param name="IsPlace">Whether a commune is asked for; it need not be given.</param>
/// <param name="When">Asked only when these answers were given.</param>
internal sealed record Question(string Id, string Text, IReadOnlyList<Answer>? Answers, string? Hint, bool Several, bool IsPlace, GivenAnswers? When)
{
    public bool TellsSituations => Answers?.Any(answer => answer.Situations is not null) ?? false;
}

/// <summary>Answers by question: one of each question's has been given.</summary>
internal sealed class GivenAnswers : Dictionary<string, IReadOnlyList<string>>;

/// <summary>An answer.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="Label">Its words.</param>
/// <param name="Situations">The situations that it tells.</param>
/// <param name="Publics">The publics of data·inclusion that it tells.</param>
/// <param name="IsAlone">Whether it denies the others: beside one of them, it is not meant.</param>
internal sealed record Answer(string Id, string Label, IReadOnlyList<string>? Situations, IReadOnlyList<string>? Publics, bool IsAlone);

/// <summary>A situation.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Label">How the network calls it.</param>
/// <param name="Weight">How much it stands in the way: the heaviest come first.</param>
/// <param name="Plain">How it is said to the person.</param>
/// <param name="Objectives">What to aim at.</param>
/// <param name="IsStrength">Whether it helps rather than hinders.</param>
/// <param name="Unless">It is not the person's after any of these: no bus hinders nobody whose car runs well.</param>
internal sealed record Situation(string Id, string Label, int Weight, string Plain, IReadOnlyList<string> Objectives, bool IsStrength, IReadOnlyList<GivenAnswers>? Unless);

/// <summary>An objective.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Label">Its words.</param>
/// <param name="Actions">What leads to it, the best first.</param>
internal sealed record Objective(string Id, string Label, IReadOnlyList<string> Actions);

/// <summary>An action.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Label">How the network calls it.</param>
/// <param name="Days">In how many days to think of it.</param>
/// <param name="Step">How it is said to the person.</param>
/// <param name="Themes">The thématiques of data·inclusion whose services help.</param>
/// <param name="FromAge">From what age it makes sense.</param>
/// <param name="Unless">It makes no sense after any of these: no card for a bus that does not come.</param>
internal sealed record GuideAction(string Id, string Label, int Days, string Step, IReadOnlyList<string> Themes, int FromAge, IReadOnlyList<GivenAnswers>? Unless);
