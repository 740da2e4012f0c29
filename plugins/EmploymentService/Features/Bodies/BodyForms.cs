namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>The forms of a meeting’s page, by name.</summary>
internal static class BodyForms
{
    /// <summary>A button: nothing was typed that could be given back.</summary>
    public const string None = "";

    public const string Meeting = "rencontre";
    public const string Agenda = "ordre-du-jour";
    public const string Decision = "decisions";

    /// <summary>The form of one item of the agenda, or of one decision.</summary>
    public static string Of(Guid item) => $"{item}";
}
