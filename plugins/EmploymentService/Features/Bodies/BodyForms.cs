namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>The forms of a meeting’s page, by name: a refused one gets back what was typed, the others show what is stored.</summary>
internal static class BodyForms
{
    public const string Date = "date";
    public const string Agenda = "ordre-du-jour";
    public const string Decision = "decisions";

    /// <summary>The form of one item of the agenda.</summary>
    public static string Of(Guid item) => $"{item}";
}

/// <summary>A form that was refused.</summary>
/// <param name="Name">Which one, as <see cref="BodyForms"/> names it.</param>
/// <param name="Typed">What was typed, by field.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record RefusedForm(string Name, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<Refusal> Refusals);
