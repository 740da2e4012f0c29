using System.Globalization;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Workbook;

/// <summary>A row of a sheet: texts, whole numbers, and null for what is not told.</summary>
internal sealed record SheetRow(Sheet Sheet, IReadOnlyList<object?> Cells)
{
    public SheetRow(Sheet sheet, params object?[] cells)
        : this(sheet, (IReadOnlyList<object?>)cells)
    {
    }
}

/// <summary>A seminar and its workshops as rows.</summary>
internal static class SeminarRows
{
    public const string Plus = "plus", Minus = "moins", FaceToFace = "face-à-face", Axis = "axe";
    public const string Yes = "oui", No = "non";

    public static IEnumerable<SheetRow> Of(SeminarDocument seminar)
    {
        var method = seminar.Method;
        foreach (var (field, value) in new (string, object?)[]
        {
            ("id", seminar.Id), ("titre", seminar.Title), ("code de la région", seminar.Region.Code), ("région", seminar.Region.Name),
            ("taille des groupes", method.GroupSize), ("début", Time(method.Start)), ("fin", Time(method.End)), ("synthèse écrite", seminar.Synthesis is null ? No : Yes),
        })
        {
            yield return new SheetRow(SheetLayout.Seminar, field, value);
        }

        foreach (var (index, objective) in seminar.Objectives.Index())
        {
            yield return new SheetRow(SheetLayout.Objectives, index + 1, objective);
        }

        foreach (var (index, badge) in method.Badges.Index())
        {
            yield return new SheetRow(SheetLayout.Badges, index + 1, badge.Color, Vocabulary.Of(badge.Family));
        }

        foreach (var (index, theme) in seminar.Themes.Index())
        {
            yield return new SheetRow(SheetLayout.Programme, index + 1, theme);
        }

        if (seminar.Synthesis is { } synthesis)
        {
            foreach (var row in Of(synthesis))
            {
                yield return row;
            }
        }
    }

    /// <summary>The rows of one piece of a theme's workshop.</summary>
    public static IEnumerable<SheetRow> Of(string theme, WorkshopPiece piece) => piece switch
    {
        WorkshopFrame frame => Of(theme, frame.Document),
        ColumnPiece column => [new SheetRow(SheetLayout.Columns, theme, Vocabulary.Of(column.Column))],
        HeadingPiece heading =>
        [
            new SheetRow(SheetLayout.Headings, theme, Vocabulary.Of(heading.Column), heading.Number, heading.Heading.Title, heading.Heading.Intro),
            .. heading.Heading.Notes.Select((note, index) => new SheetRow(SheetLayout.Notes, theme, Vocabulary.Of(heading.Column), heading.Number, heading.Heading.Title, index + 1, note)),
        ],
        AxisPiece axis =>
        [
            new SheetRow(SheetLayout.Axes, theme, axis.Number, axis.Axis.Title),
            .. axis.Axis.Proposals.Select((proposal, index) => new SheetRow(SheetLayout.Proposals, theme, axis.Number, axis.Axis.Title, index + 1, proposal)),
        ],
        QuotePiece quote => [new SheetRow(SheetLayout.Quotes, theme, quote.Number, quote.Quote.Speaker, quote.Quote.Text)],
        _ => throw new NotSupportedException(piece.GetType().Name),
    };

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<SheetRow> Of(TransversalSynthesis synthesis) =>
    [
        .. synthesis.Plus.Select((text, index) => new SheetRow(SheetLayout.Synthesis, Plus, index + 1, text, null)),
        .. synthesis.Minus.Select((text, index) => new SheetRow(SheetLayout.Synthesis, Minus, index + 1, text, null)),
        .. synthesis.Rows.Select((row, index) => new SheetRow(SheetLayout.Synthesis, FaceToFace, index + 1, row.Plus, row.Minus)),
        .. synthesis.Axes.Select((text, index) => new SheetRow(SheetLayout.Synthesis, Axis, index + 1, text, null)),
    ];

    private static IEnumerable<SheetRow> Of(string theme, WorkshopDocument frame)
    {
        var (youths, partners, missionsLocales, total) = frame.Attendance;
        return
        [
            new SheetRow(SheetLayout.Workshops, theme, frame.Number, frame.Title, frame.Room?.Name, frame.Room?.Floor, frame.Context, youths, partners, missionsLocales, total),
            .. frame.Questions.Select((question, index) => new SheetRow(SheetLayout.Questions, theme, index + 1, question)),
            .. frame.Team.Select((member, index) => new SheetRow(SheetLayout.Team, theme, index + 1, Vocabulary.Of(member.Role), member.Position, member.Organisation, member.Departement)),
            .. frame.Witnesses.Select((witness, index) => new SheetRow(SheetLayout.Witnesses, theme, index + 1, Vocabulary.Of(witness.Family), witness.Position, witness.Organisation, witness.Departement)),
        ];
    }
}
