using System.Globalization;
using Microsoft.AspNetCore.Http;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.WriteReport;

/// <summary>A form of the desk as it was sent, and the operations that its fields make.</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Id">What it is about; new when it is added.</param>
/// <param name="Fields">What was typed.</param>
/// <param name="Theme">The theme.</param>
internal sealed record DeskForm(string Kind, Guid Id, IFormCollection Fields, ThemeIdentity Theme)
{
    /// <summary>The operation, before its fields are read.</summary>
    public BoardOperation Operation => new(Guid.CreateVersion7(), Kind) { Base = Number("version") };

    public DeskTyped Typed => new(Kind, Id, Fields.ToDictionary(sent => sent.Key, sent => (string?)sent.Value));

    public int? Number(string field) => int.TryParse(Of(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A heading, an axis, a proposal or a quote: each sends the fields that it has.</summary>
    public static BoardOperation Part(BoardOperation operation, DeskForm form) => operation with
    {
        Title = form.Of("titre"), Intro = form.Of("intro"), Text = form.Of("texte"), Column = form.Of("colonne"),
        Axis = Guid.TryParse(form.Of("axe"), out var axis) ? axis : null, Speaker = form.Of("qui"), Consent = form.Of("accord"),
    };

    public static BoardOperation Introduction(BoardOperation operation, DeskForm form) => operation with
    {
        Title = form.Of("titre"), Number = form.Number("numero"), Room = form.Of("salle"), Floor = form.Of("etage"), Text = form.Of("contexte"), Theme = form.Theme.Key,
        Questions = [.. (form.Of("questions") ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };

    // What is no number is out of range: the rules refuse it with their sentence.
    public static BoardOperation Attendance(BoardOperation operation, DeskForm form) => operation with
    {
        Theme = form.Theme.Key, Title = form.Theme.Name, Number = Math.Max(1, form.Theme.Order),
        Attendance = new Attendance(form.Number("jeunes") ?? -1, form.Number("partenaires") ?? -1, form.Number("missionsLocales") ?? -1, form.Number("total") ?? -1),
    };

    private string? Of(string field) => Fields[field];
}

/// <summary>What someone had typed in a form of the desk.</summary>
/// <param name="Kind">The operation: <c>heading.edit</c>.</param>
/// <param name="Id">What it was about.</param>
/// <param name="Values">What was typed, by the name of the field.</param>
/// <param name="IsConflict">Whether someone else had changed the same thing meanwhile.</param>
public sealed record DeskTyped(string Kind, Guid Id, IReadOnlyDictionary<string, string?> Values, bool IsConflict = false)
{
    /// <summary>Where on the page it is.</summary>
    public string Anchor => Kind.EndsWith(".edit", StringComparison.Ordinal) || Kind is "heading.order" or "proposal.arrange" ? $"p-{Id}" : Kind.Split('.')[0] switch
    {
        "heading" => "tableau",
        "axis" or "proposal" => "plan",
        "quote" => "citations",
        _ => Kind == "report.count" ? "participation" : "presentation",
    };

    /// <summary>What was typed in a field.</summary>
    public string? Of(string field) => Values.GetValueOrDefault(field);
}
