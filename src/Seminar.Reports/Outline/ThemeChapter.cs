using Seminar.Contracts.Reference;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Model;
using Seminar.Ui;

namespace Seminar.Reports.Outline;

/// <summary>The chapter of one theme.</summary>
internal static class ThemeChapter
{
    private const string Unknown = "–";

    public static Part Write(SeminarDocument? seminar, Chapter chapter)
    {
        var workshop = chapter.Content.Workshop;
        return new Part(
            workshop.Title,
            [new ReportText(WhereAndWhen(seminar, workshop), ReportTone.Intro), new ReportText($"{StandingWords.Of(chapter.Content.Standing)}.", ReportTone.Aside)],
            [
                Questions(workshop), Team(workshop), Witnesses(workshop), Attendance(workshop),
                .. Enum.GetValues<Column>().Select(column => ColumnOf(workshop, column)),
                Summary(workshop), Plan(workshop), Quotes(workshop),
                .. chapter.Content.Sections.Where(section => section.Blocks.Count > 0).Select(section => new Part(section.Title, section.Blocks)),
            ]);
    }

    private static string WhereAndWhen(SeminarDocument? seminar, WorkshopDocument workshop)
    {
        var time = seminar is null ? null : $"de {seminar.Method.Start:HH\\:mm} à {seminar.Method.End:HH\\:mm}";
        var room = workshop.Room is { } known ? known.Floor is { } floor ? $"{known.Name}, {floor}" : known.Name : "salle non connue";
        return string.Join("\u00A0· ", new[] { $"Atelier n°\u00A0{workshop.Number}", time, room }.OfType<string>());
    }

    private static Part Questions(WorkshopDocument workshop)
    {
        var context = workshop.Context.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => new ReportText(paragraph));
        return new Part("Contexte et questions", workshop.Questions.Count == 0
            ? [.. context, Nothing("Aucune question n’a été posée.")]
            : [.. context, new ReportList(workshop.Questions, IsNumbered: true)]);
    }

    private static Part Team(WorkshopDocument workshop) => new("Équipe", workshop.Team.Count == 0
        ? Nothing("Aucun rôle n’est renseigné.")
        : new ReportTable("Équipe de l’atelier, par rôle", ["Rôle", "Fonction", "Organisation", "Département"],
            [.. workshop.Team.Select(member => Row(French.RoleName(member.Role), member.Position, member.Organisation, member.Departement))]));

    private static Part Witnesses(WorkshopDocument workshop) => new("Témoins", workshop.Witnesses.Count == 0
        ? Nothing("Aucun témoin n’est renseigné.")
        : new ReportTable("Témoins, par famille", ["Famille", "Fonction", "Organisation", "Département"],
            [.. workshop.Witnesses.OrderBy(witness => witness.Family).Select(witness => Row(French.FamilyName(witness.Family), witness.Position, witness.Organisation, witness.Departement))]));

    private static string[] Row(string first, string? position, string organisation, string? departement) =>
        [first, position ?? Unknown, organisation, departement is null ? Unknown : $"{Departements.NameOf(departement)} ({departement})"];

    private static Part Attendance(WorkshopDocument workshop)
    {
        var attendance = workshop.Attendance;
        var table = new ReportTable("Participants, par famille", ["Famille", "Personnes"],
        [
            [AttendanceFigures.MissionsLocales, French.Number(attendance.MissionsLocales)],
            [AttendanceFigures.Partners, French.Number(attendance.Partenaires)],
            [AttendanceFigures.Youths, French.Number(attendance.Jeunes)],
            ["Total", French.Number(attendance.Counted())],
        ]);
        return attendance.Counted() == attendance.ReportedTotal
            ? new Part("Participants", AttendanceFigures.Chart("Participants, par famille", [(workshop.Title, attendance)]), table)
            : new Part("Participants", AttendanceFigures.Chart("Participants, par famille", [(workshop.Title, attendance)]), table, new ReportText(
                $"Écart à vérifier : le total annoncé est {French.Number(attendance.ReportedTotal)}, la somme des familles donne {French.Number(attendance.Counted())}.", ReportTone.Remark));
    }

    private static Part ColumnOf(WorkshopDocument workshop, Column column)
    {
        var headings = HeadingsOf(workshop, column);
        return new Part(
            Columns.Name(column),
            headings.Count == 0 ? [Nothing("Rien n’a été noté.")] : [],
            [.. headings.Select(heading => new Part(heading.Title, Notes(heading)))]);
    }

    private static IEnumerable<ReportBlock> Notes(Heading heading)
    {
        if (heading.Intro is { } intro)
        {
            yield return new ReportText(intro, ReportTone.Intro);
        }

        yield return heading.Notes.Count == 0 ? Nothing("Aucune note sous ce titre.") : new ReportList(heading.Notes);
    }

    /// <summary>One page: the headings of the four columns face to face, and how much was said of each.</summary>
    private static Part Summary(WorkshopDocument workshop)
    {
        var columns = Enum.GetValues<Column>().Select(column => HeadingsOf(workshop, column)).ToList();
        var rows = Enumerable.Range(0, columns.Max(headings => headings.Count))
            .Select(row => (IReadOnlyList<string>)[.. columns.Select(headings => row < headings.Count ? $"{headings[row].Title}\n{French.Count(headings[row].Notes.Count, "note")}" : "")])
            .ToList();
        return new Part("Synthèse de l’atelier", rows.Count == 0
            ? [Nothing("Le tableau est vide.")]
            : [new ReportTable("Les quatre colonnes face à face", [.. Enum.GetValues<Column>().Select(Columns.Name)], rows)]);
    }

    private static Part Plan(WorkshopDocument workshop) => new(
        "Plan d’action",
        workshop.Plan.Count == 0 ? [Nothing("Aucun axe n’a été proposé.")] : [],
        [.. workshop.Plan.Select((axis, index) => new Part($"Axe\u00A0{index + 1} – {axis.Title}", axis.Proposals.Count == 0
            ? Nothing("Aucune proposition : l’intitulé porte l’idée.")
            : new ReportList(axis.Proposals)))]);

    private static Part Quotes(WorkshopDocument workshop) => new("Citations", workshop.Quotes.Count == 0
        ? [Nothing("Aucune citation n’a été relevée.")]
        : [.. workshop.Quotes.Select(quote => new ReportQuote(quote.Text, Speakers.Name(quote.Speaker)))]);

    private static IReadOnlyList<Heading> HeadingsOf(WorkshopDocument workshop, Column column) =>
        workshop.Board.FirstOrDefault(each => each.Column == column)?.Headings ?? [];

    private static ReportText Nothing(string sentence) => new(sentence, ReportTone.Aside);
}
