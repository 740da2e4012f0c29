using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Model;
using Seminar.Ui;

namespace Seminar.Reports.Outline;

/// <summary>The last chapter: what comes back from one workshop to the next, and the figures of them all.</summary>
internal static class SynthesisChapter
{
    // Face to face on paper too: what helps is dark, what hinders is light.
    private static readonly Dictionary<Column, string> Colors = new()
    {
        [Column.Success] = "1E6B52", [Column.Strength] = "4F9D7F", [Column.Brake] = "D9822B", [Column.Obstacle] = "A63D2F",
    };

    public static Part Write(Bilan bilan) => new("Synthèse transversale", [], [.. Parts(bilan)]);

    private static IEnumerable<Part> Parts(Bilan bilan)
    {
        if (bilan.Seminar?.Synthesis is { } synthesis)
        {
            yield return new Part("Ce qui marche, ce qui résiste", new ReportTable(
                "Points forts et leurs contreparties", ["Ce qui marche", "Ce qui résiste"], [.. synthesis.Rows.Select(row => (IReadOnlyList<string>)[row.Plus, row.Minus])]));
            yield return new Part("Les axes communs", new ReportList(synthesis.Axes, IsNumbered: true));
        }
        else
        {
            yield return new Part("Ce qui marche, ce qui résiste", new ReportText("La synthèse n’est pas encore écrite.", ReportTone.Aside));
        }

        if (bilan.Chapters.Count > 0)
        {
            yield return Participation(bilan.Chapters);
            yield return Notes(bilan.Chapters);
        }

        foreach (var section in bilan.Evidence ?? [])
        {
            yield return new Part(section.Title, section.Blocks);
        }
    }

    private static Part Participation(IReadOnlyList<Chapter> chapters)
    {
        var bars = chapters.Select(chapter => (Label: chapter.Theme.Name, chapter.Content.Workshop.Attendance)).ToList();
        var counted = bars.Sum(bar => bar.Attendance.Counted());
        var reported = bars.Sum(bar => bar.Attendance.ReportedTotal);
        var table = new ReportTable(
            "Participants par atelier et par famille", ["Thématique", AttendanceFigures.MissionsLocales, AttendanceFigures.Partners, AttendanceFigures.Youths, "Total"],
            [
                .. bars.Select(bar => Row(bar.Label, bar.Attendance.MissionsLocales, bar.Attendance.Partenaires, bar.Attendance.Jeunes)),
                Row("Ensemble", bars.Sum(bar => bar.Attendance.MissionsLocales), bars.Sum(bar => bar.Attendance.Partenaires), bars.Sum(bar => bar.Attendance.Jeunes)),
            ]);
        var chart = AttendanceFigures.Chart("Participants par atelier et par famille", bars);
        return counted == reported
            ? new Part("La participation", chart, table)
            : new Part("La participation", chart, table, new ReportText(
                $"Écart à vérifier : les ateliers annoncent {French.Number(reported)} personnes, la somme des familles donne {French.Number(counted)}.", ReportTone.Remark));
    }

    private static Part Notes(IReadOnlyList<Chapter> chapters)
    {
        var columns = Enum.GetValues<Column>();
        var counts = chapters.Select(chapter => (chapter.Theme.Name, Counts: columns.Select(column => CountOf(chapter.Content.Workshop, column)).ToArray())).ToList();
        var chart = new ReportChart(
            "Notes par thématique et par colonne",
            string.Join(" ; ", counts.Select(row => $"{row.Name} : {string.Join(", ", columns.Select((column, index) => $"{row.Counts[index]} {Columns.Name(column).ToLowerInvariant()}"))}")),
            [.. counts.Select(row => row.Name)],
            [.. columns.Select((column, index) => new ReportSeries(Columns.Name(column), Colors[column], [.. counts.Select(row => row.Counts[index])]))]);
        return new Part("Le tableau des colonnes", chart, new ReportTable(
            "Nombre de notes par thématique et par colonne", ["Thématique", .. columns.Select(Columns.Name), "Total"],
            [.. counts.Select(row => Row(row.Name, row.Counts)), Row("Ensemble", [.. columns.Select((_, index) => counts.Sum(row => row.Counts[index]))])]));
    }

    private static int CountOf(WorkshopDocument workshop, Column column) =>
        workshop.Board.Where(each => each.Column == column).SelectMany(each => each.Headings).Sum(heading => heading.Notes.Count);

    private static IReadOnlyList<string> Row(string label, params int[] figures) =>
        [label, .. figures.Select(French.Number), French.Number(figures.Sum())];
}
