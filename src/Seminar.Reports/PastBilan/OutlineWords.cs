using System.Text.RegularExpressions;
using Seminar.Contracts.Reference;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.PastBilan;

/// <summary>The sections of the outline.</summary>
internal enum SectionKind
{
    Questions,
    Team,
    Witnesses,
    Attendance,
    Column,
    Summary,
    Plan,
    Quotes,
    Synthesis,
}

/// <summary>The words by which a network's bilan names its sections, with or without numbers, accents and capitals.</summary>
internal static partial class OutlineWords
{
    private static readonly (string Word, SectionKind Kind)[] Sections =
    [
        ("contexte", SectionKind.Questions), ("questions", SectionKind.Questions), ("problematique", SectionKind.Questions),
        ("equipe", SectionKind.Team), ("animation", SectionKind.Team),
        ("temoin", SectionKind.Witnesses), ("temoignage", SectionKind.Witnesses), ("grands temoins", SectionKind.Witnesses),
        ("participant", SectionKind.Attendance), ("participation", SectionKind.Attendance), ("effectif", SectionKind.Attendance),
        ("synthese transversale", SectionKind.Synthesis), ("synthese", SectionKind.Summary),
        ("plan d'action", SectionKind.Plan), ("proposition", SectionKind.Plan),
        ("citation", SectionKind.Quotes), ("verbatim", SectionKind.Quotes), ("paroles", SectionKind.Quotes),
    ];

    private static readonly string[] Evidence = ["ce que montrent les notes", "les sujets qui reviennent", "les propositions rassemblees"];

    private static readonly (string Word, Column Column)[] ColumnWords =
        [("reussite", Column.Success), ("force", Column.Strength), ("frein", Column.Brake), ("obstacle", Column.Obstacle)];

    /// <summary>What a heading announces; null for a title of someone's own.</summary>
    public static (SectionKind Kind, Column? Column)? SectionOf(string heading)
    {
        var plain = Article().Replace(PlaceNames.Plain(WithoutNumber(heading)).ToLowerInvariant(), "");
        // A sentence is no name of a section.
        if (plain.Length is 0 or > 60)
        {
            return null;
        }

        foreach (var (word, column) in ColumnWords)
        {
            if (plain.StartsWith(word, StringComparison.Ordinal) && plain.Split(' ').Length <= 3)
            {
                return (SectionKind.Column, column);
            }
        }

        foreach (var (word, kind) in Sections)
        {
            if (plain.StartsWith(word, StringComparison.Ordinal) && plain.Split(' ').Length <= 6)
            {
                return (kind, null);
            }
        }

        return null;
    }

    /// <summary>What the transversal synthesis cites: it stands in the workshops already.</summary>
    public static bool IsEvidence(string heading) =>
        PlaceNames.Plain(WithoutNumber(heading)).ToLowerInvariant() is var plain && Evidence.Any(word => plain.StartsWith(word, StringComparison.Ordinal));

    /// <summary>« Atelier n° 2 – Agir sur la mobilité ».</summary>
    public static bool IsChapter(string heading) => Chapter().IsMatch(WithoutNumber(heading));

    /// <summary>Number and title of a chapter.</summary>
    public static (int? Number, string Title) ChapterOf(string heading)
    {
        var plain = WithoutNumber(heading);
        var match = Chapter().Match(plain);
        return match.Success ? (int.Parse(match.Groups[1].Value, null), match.Groups[2].Value.Trim()) : (null, plain);
    }

    /// <summary>« Axe 1 – Agir sur les équipes » without what comes before the words; null for another heading.</summary>
    public static string? AxisOf(string heading) => Axis().Match(WithoutNumber(heading)) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    public static string WithoutNumber(string heading) => Number().Replace(heading.Trim(), "").Trim();

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}[.)])\s*(?:[-–—:]\s*)?(?=\S)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:les?|la|l'|l|des|nos)[ ']+")]
    private static partial Regex Article();

    [GeneratedRegex(@"^atelier\s*(?:n\s*[°o]\s*)?(\d{1,3})\s*(?:[-–—:.]\s*)?(.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^axe\s*(?:n\s*[°o]\s*)?\d{1,3}\s*(?:[-–—:.]\s*)?(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Axis();
}
