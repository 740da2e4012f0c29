using Seminar.Contracts.Workshops;
using Seminar.Ui;

namespace Seminar.Workshops.Features.WriteReport;

/// <summary>Two people changed the same thing: both texts, side by side, for one of them to choose.</summary>
/// <param name="Action">Where the form is sent that keeps one's own.</param>
/// <param name="Version">The version that it then replaces.</param>
/// <param name="Fields">What differs or not, field by field.</param>
public sealed record DeskConflict(string Action, int Version, IReadOnlyList<DeskConflictField> Fields)
{
    /// <summary>Null when what was changed is no longer there.</summary>
    internal static DeskConflict? Of(DeskTyped typed, ReportDesk desk, string address) => typed.Kind switch
    {
        "heading.edit" when desk.Headings.FirstOrDefault(each => each.Id == typed.Id) is { } now =>
            new DeskConflict($"{address}/sous-themes/{now.Id}", now.Version, [new("titre", "Titre", typed.Of("titre"), now.Title), new("intro", "Introduction", typed.Of("intro"), now.Intro)]),
        "axis.edit" when desk.Axes.FirstOrDefault(each => each.Id == typed.Id) is { } now =>
            new DeskConflict($"{address}/axes/{now.Id}", now.Version, [new("titre", "Axe", typed.Of("titre"), now.Title)]),
        "proposal.edit" when desk.Proposals.FirstOrDefault(each => each.Id == typed.Id) is { } now =>
            new DeskConflict($"{address}/propositions/{now.Id}", now.Version, [new("texte", "Proposition", typed.Of("texte"), now.Text)]),
        "quote.edit" when desk.Quotes.FirstOrDefault(each => each.Id == typed.Id) is { } now =>
            new DeskConflict($"{address}/citations/{now.Id}", now.Version,
                [new("qui", "Qui", typed.Of("qui"), now.Speaker), new("texte", "Citation", typed.Of("texte"), now.Text), new("accord", "Accord", typed.Of("accord"), now.Consent)]),
        "report.introduce" when desk.Introduction is { } now =>
            new DeskConflict($"{address}/presentation", now.Version,
            [
                new("titre", "Titre", typed.Of("titre"), now.Title), new("numero", "Numéro", typed.Of("numero"), $"{now.Number}"), new("salle", "Salle", typed.Of("salle"), now.Room),
                new("etage", "Étage", typed.Of("etage"), now.Floor), new("contexte", "Contexte", typed.Of("contexte"), now.Context), new("questions", "Questions", typed.Of("questions"), string.Join('\n', now.Questions)),
            ]),
        "report.count" when desk.Attendance is { Attendance: var now } attendance =>
            new DeskConflict($"{address}/participation", attendance.Version, Counts(typed, now)),
        _ => null,
    };

    private static List<DeskConflictField> Counts(DeskTyped typed, Attendance now) =>
    [
        new("missionsLocales", "Missions Locales", typed.Of("missionsLocales"), $"{now.MissionsLocales}"), new("partenaires", "Partenaires", typed.Of("partenaires"), $"{now.Partenaires}"),
        new("jeunes", "Jeunes", typed.Of("jeunes"), $"{now.Jeunes}"), new("total", "Total annoncé", typed.Of("total"), $"{now.ReportedTotal}"),
    ];
}

/// <summary>A field of which two versions exist.</summary>
public sealed record DeskConflictField(string Name, string Label, string? Mine, string? Theirs);
