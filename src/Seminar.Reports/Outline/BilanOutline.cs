using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Model;
using Seminar.Ui;

namespace Seminar.Reports.Outline;

/// <summary>Puts a bilan in the outline that the network uses.</summary>
public static class BilanOutline
{
    /// <summary>Writes the document that every format draws.</summary>
    /// <param name="bilan">What it is made of.</param>
    /// <returns>The document, its texts ready to be shown.</returns>
    public static Report Write(Bilan bilan)
    {
        ArgumentNullException.ThrowIfNull(bilan);
        var chapters = bilan.Chapters.Select(chapter => ThemeChapter.Write(bilan.Seminar, chapter));
        return new Report(
            Writing.Of(Title(bilan)), Writing.Of(Subtitle(bilan)), [.. Standing(bilan).Select(Writing.Of)], [.. Cover(bilan).Select(Writing.Of)],
            Number(bilan.IsWhole ? chapters.Append(SynthesisChapter.Write(bilan)) : chapters, "", 1));
    }

    /// <summary>Writes the transversal synthesis as a document of its own.</summary>
    /// <param name="seminar">The seminar; null in an empty data folder.</param>
    /// <param name="missing">Sentences that say what could not be had.</param>
    /// <param name="sections">What it says.</param>
    /// <param name="at">When it was made.</param>
    /// <returns>The document, its texts ready to be shown.</returns>
    public static Report WriteSynthesis(SeminarDocument? seminar, IReadOnlyList<string> missing, IReadOnlyList<EvidenceSection> sections, DateTimeOffset at) => new(
        "Synthèse transversale", Writing.Of(seminar?.Title ?? ""), [Writing.Of($"Éditée le {French.DateTime(at)}."), .. missing.Select(Writing.Of)], [],
        Number(sections.Select(section => new Part(section.Title, section.Blocks)), "", 1));

    private static string Title(Bilan bilan) => bilan.IsWhole
        ? bilan.Seminar?.Title ?? "Séminaire"
        : bilan.Chapters.Select(chapter => chapter.Content.Workshop.Title).FirstOrDefault("Atelier");

    private static string Subtitle(Bilan bilan)
    {
        if (bilan.IsWhole)
        {
            return bilan.Seminar is { } seminar ? $"Bilan du séminaire – {seminar.Region.Name}" : "Bilan du séminaire";
        }

        var workshop = bilan.Chapters.Select(chapter => $"Bilan de l’atelier n°\u00A0{chapter.Content.Workshop.Number}").FirstOrDefault("Bilan de l’atelier");
        return bilan.Seminar is null ? workshop : $"{workshop} – {bilan.Seminar.Title}, {bilan.Seminar.Region.Name}";
    }

    private static IEnumerable<string> Standing(Bilan bilan)
    {
        yield return $"Édité le {French.DateTime(bilan.At)}.";
        if (!bilan.IsWhole)
        {
            yield return $"{StandingWords.Of(bilan.Chapters.Select(chapter => chapter.Content.Standing).FirstOrDefault(ReportStanding.Draft))}.";
        }
        else if (bilan.Chapters.Count > 0)
        {
            var published = bilan.Chapters.Count(chapter => chapter.Content.Standing.State == ReportState.Published);
            yield return published == bilan.Chapters.Count
                ? "Tous les bilans d’atelier sont publiés."
                : $"Provisoire\u00A0: {French.Count(published, "bilan d’atelier publié", "bilans d’atelier publiés")} sur {bilan.Chapters.Count}.";
        }

        foreach (var sentence in bilan.Missing)
        {
            yield return sentence;
        }
    }

    private static IEnumerable<ReportBlock> Cover(Bilan bilan)
    {
        if (bilan.Seminar is { Objectives.Count: > 0 } seminar)
        {
            yield return new ReportText("Les objectifs", ReportTone.Intro);
            yield return new ReportList(seminar.Objectives);
        }
    }

    private static List<Section> Number(IEnumerable<Part> parts, string above, int level) =>
    [
        .. parts.Select((part, index) =>
        {
            var number = $"{above}{index + 1}";
            return new Section(level, number, Writing.Of(part.Title), [.. part.Blocks.Select(Writing.Of)], Number(part.Parts, number + ".", level + 1));
        }),
    ];
}

/// <summary>A section before it has its number.</summary>
internal sealed record Part(string Title, IReadOnlyList<ReportBlock> Blocks, IReadOnlyList<Part> Parts)
{
    public Part(string title, params IEnumerable<ReportBlock> blocks)
        : this(title, [.. blocks], [])
    {
    }
}
