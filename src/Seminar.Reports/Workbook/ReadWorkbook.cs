using System.Globalization;
using MiniExcelLibs;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Workbook;

/// <summary>What a workbook holds.</summary>
/// <param name="Seminar">The seminar, or null when the workbook is of workshops only.</param>
/// <param name="Workshops">The workshops, one a theme.</param>
/// <param name="Refusals">Why it can't be taken; nothing of it must be, then.</param>
public sealed record WorkbookContent(SeminarDocument? Seminar, IReadOnlyList<WorkshopDocument> Workshops, IReadOnlyList<Refusal> Refusals);

/// <summary>Reads back a workbook as <see cref="XlsxFormat"/> writes it, perhaps changed in a spreadsheet since. Orders are those of the rows.</summary>
public static class ReadWorkbook
{
    private const int MostRefusals = 50;

    /// <summary>Reads a workbook; what it lists is checked by whoever stores it.</summary>
    /// <param name="content">The file.</param>
    /// <returns>The documents, or every fault of structure.</returns>
    public static WorkbookContent Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (OfficeUpload.WhyRefused(content) is { } reason)
        {
            return Refused(reason);
        }

        try
        {
            using var file = new MemoryStream(content, writable: false);
            var names = file.GetSheetNames();
            var refusals = new List<Refusal>();
            var tables = SheetLayout.All.ToDictionary(sheet => sheet, sheet => WorkbookTable.Read(file, names, sheet, refusals).Rows);
            if (tables[SheetLayout.Workshops].Count == 0 && tables[SheetLayout.Seminar].Count == 0 && refusals.Count == 0)
            {
                return Refused("Ce classeur n’a ni feuille « Ateliers » remplie, ni feuille « Séminaire » : ce n’est pas un classeur de Seminar.");
            }

            var seminar = tables[SheetLayout.Seminar].Count == 0 ? null : SeminarOf(tables, refusals);
            var workshops = WorkshopsOf(tables, refusals);
            return new WorkbookContent(refusals.Count == 0 ? seminar : null, refusals.Count == 0 ? workshops : [], [.. refusals.Take(MostRefusals)]);
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Xml.XmlException or NotSupportedException or FormatException or InvalidOperationException or KeyNotFoundException or NullReferenceException or ArgumentException)
        {
            return Refused("Ce fichier ne se lit pas comme un classeur XLSX.");
        }
    }

    private static WorkbookContent Refused(string reason) => new(null, [], [new Refusal("", reason)]);

    private static SeminarDocument SeminarOf(Dictionary<Sheet, IReadOnlyList<WorkbookRow>> tables, List<Refusal> refusals)
    {
        var rows = tables[SheetLayout.Seminar];
        var fields = rows.Where(row => row.Find("Champ") is not null).DistinctBy(row => row.Text("Champ")).ToDictionary(row => row.Text("Champ").Trim());
        return new SeminarDocument(
            Value("id"), Value("titre"), new Region(Value("code de la région"), Value("région")),
            [.. tables[SheetLayout.Objectives].Select(row => row.Text("Objectif"))],
            new Method(
                Field("taille des groupes")?.Whole("Valeur") ?? 0,
                [.. tables[SheetLayout.Badges].Select(row => new Badge(row.Text("Couleur"), row.Word<Family>("Famille")))],
                Time("début"), Time("fin")),
            [.. tables[SheetLayout.Programme].Select(row => row.Text("Thématique"))],
            Field("synthèse écrite")?.Find("Valeur") == SeminarRows.Yes ? SynthesisOf(tables[SheetLayout.Synthesis]) : null);

        string Value(string field) => Field(field)?.Text("Valeur") ?? "";

        TimeOnly Time(string field) => TimeOnly.TryParseExact(Value(field), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : Field(field)?.Refuse("Valeur", "attend une heure comme 10:45", default(TimeOnly)) ?? default;

        WorkbookRow? Field(string field)
        {
            if (!fields.TryGetValue(field, out var row))
            {
                refusals.Add(new Refusal(SheetLayout.Seminar.Name, $"La feuille « {SheetLayout.Seminar.Name} » ne dit pas « {field} »."));
            }

            return row;
        }
    }

    private static TransversalSynthesis SynthesisOf(IReadOnlyList<WorkbookRow> rows)
    {
        var byKind = rows.ToLookup(row => row.Find("Genre")?.Trim() ?? "");
        foreach (var row in rows.Where(row => (row.Find("Genre")?.Trim() ?? "") is not (SeminarRows.Plus or SeminarRows.Minus or SeminarRows.FaceToFace or SeminarRows.Axis)))
        {
            row.Refuse("Genre", $"attend « {SeminarRows.Plus} », « {SeminarRows.Minus} », « {SeminarRows.FaceToFace} » ou « {SeminarRows.Axis} »", 0);
        }

        return new TransversalSynthesis(
            Texts(SeminarRows.Plus), Texts(SeminarRows.Minus),
            [.. byKind[SeminarRows.FaceToFace].Select(row => new SynthesisRow(row.Text("Texte"), row.Text("Face à")))],
            Texts(SeminarRows.Axis));

        List<string> Texts(string kind) => [.. byKind[kind].Select(row => row.Text("Texte"))];
    }

    private static List<WorkshopDocument> WorkshopsOf(Dictionary<Sheet, IReadOnlyList<WorkbookRow>> tables, List<Refusal> refusals)
    {
        var known = tables[SheetLayout.Workshops].Select(row => row.Text("Thématique")).ToHashSet();
        if (known.Count < tables[SheetLayout.Workshops].Count)
        {
            refusals.Add(new Refusal(SheetLayout.Workshops.Name, "La feuille « Ateliers » a deux lignes pour une même thématique."));
        }

        var byTheme = tables.Where(pair => pair.Key.Columns[0] == "Thématique").ToDictionary(pair => pair.Key, pair => pair.Value.ToLookup(row => row.Text("Thématique")));
        foreach (var stray in byTheme.SelectMany(sheet => sheet.Value.Where(theme => !known.Contains(theme.Key)).Select(theme => theme.First())))
        {
            stray.Refuse("Thématique", "nomme un atelier qui n’est pas dans la feuille « Ateliers »", 0);
        }

        return [.. tables[SheetLayout.Workshops].Select(row => WorkshopOf(row, sheet => byTheme[sheet][row.Text("Thématique")]))];
    }

    private static WorkshopDocument WorkshopOf(WorkbookRow row, Func<Sheet, IEnumerable<WorkbookRow>> rowsOf) => new(
        row.Text("Thématique"), row.Whole("N°"), row.Text("Titre"),
        row.Find("Salle") is { } room ? new Room(room, row.Find("Étage")) : null,
        row.Find("Contexte") ?? "",
        [.. rowsOf(SheetLayout.Questions).Select(each => each.Text("Question"))],
        [.. rowsOf(SheetLayout.Team).Select(each => new TeamMember(each.Word<TeamRole>("Rôle"), each.Find("Fonction"), each.Text("Organisation"), each.Departement("Département")))],
        [.. rowsOf(SheetLayout.Witnesses).Select(each => new Witness(each.Word<Family>("Famille"), each.Find("Fonction"), each.Text("Organisation"), each.Departement("Département")))],
        new Attendance(row.Whole("Jeunes"), row.Whole("Partenaires"), row.Whole("Missions Locales"), row.Whole("Total annoncé")),
        BoardOf(rowsOf),
        PlanOf(rowsOf),
        [.. rowsOf(SheetLayout.Quotes).Select(each => new Quote(each.Text("Qui"), each.Text("Citation")))]);

    private static List<BoardColumn> BoardOf(Func<Sheet, IEnumerable<WorkbookRow>> rowsOf)
    {
        var headings = rowsOf(SheetLayout.Headings).ToLookup(row => row.Word<Column>("Colonne"));
        var notes = rowsOf(SheetLayout.Notes).ToLookup(row => (row.Word<Column>("Colonne"), row.Whole("Sous-thème n°")));
        // A column is there once its sheet names it, or a heading does.
        var columns = rowsOf(SheetLayout.Columns).Select(row => row.Word<Column>("Colonne")).Concat(headings.Select(group => group.Key)).Distinct().ToList();
        foreach (var stray in notes.Where(group => !headings[group.Key.Item1].Any(heading => heading.Whole("N°") == group.Key.Item2)))
        {
            stray.First().Refuse("Sous-thème n°", "nomme un sous-thème qui n’est pas dans la feuille « Sous-thèmes »", 0);
        }

        return [.. columns.Select(column => new BoardColumn(column, [.. headings[column].Select(heading =>
            new Heading(heading.Text("Sous-thème"), heading.Find("Introduction"), [.. notes[(column, heading.Whole("N°"))].Select(note => note.Text("Note"))]))]))];
    }

    private static List<Axis> PlanOf(Func<Sheet, IEnumerable<WorkbookRow>> rowsOf)
    {
        var axes = rowsOf(SheetLayout.Axes).ToList();
        var proposals = rowsOf(SheetLayout.Proposals).ToLookup(row => row.Whole("Axe n°"));
        foreach (var stray in proposals.Where(group => !axes.Exists(axis => axis.Whole("N°") == group.Key)))
        {
            stray.First().Refuse("Axe n°", "nomme un axe qui n’est pas dans la feuille « Axes »", 0);
        }

        return [.. axes.Select(axis => new Axis(axis.Text("Axe"), [.. proposals[axis.Whole("N°")].Select(proposal => proposal.Text("Proposition"))]))];
    }
}
