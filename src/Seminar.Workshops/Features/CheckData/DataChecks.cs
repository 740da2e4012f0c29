using System.Globalization;
using System.Text;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

/// <summary>What a careful reader would want to check, each point at its place on the workshop page.</summary>
internal static class DataChecks
{
    public static IEnumerable<DataCheck> Of(WorkshopDocument workshop, IReadOnlyDictionary<string, string> departements) =>
    [
        .. Room(workshop),
        .. Roles(workshop),
        .. DepartementChecks.Of(workshop, departements),
        .. Participation(workshop),
        .. Headings(workshop),
        .. Axes(workshop),
    ];

    private static IEnumerable<DataCheck> Room(WorkshopDocument workshop)
    {
        if (workshop.Room is null)
        {
            yield return new(DataCheckKind.MissingRoom, "La salle n'est pas connue.", "salle");
        }
    }

    private static IEnumerable<DataCheck> Roles(WorkshopDocument workshop)
    {
        (TeamRole Role, string Name)[] expected =
            [(TeamRole.Facilitator, "d'animateur"), (TeamRole.Rapporteur, "de rapporteur"), (TeamRole.Deputy, "de suppléant")];
        return expected
            .Where(role => workshop.Team.All(member => member.Role != role.Role))
            .Select(role => new DataCheck(DataCheckKind.MissingRole, $"L'équipe n'a pas {role.Name}.", "equipe"));
    }

    private static IEnumerable<DataCheck> Participation(WorkshopDocument workshop)
    {
        var attendance = workshop.Attendance;
        if (attendance.Counted() == attendance.ReportedTotal)
        {
            yield break;
        }

        var parts = string.Join(
            ", ",
            French.Count(attendance.Jeunes, "jeune", "jeunes"),
            French.Count(attendance.Partenaires, "partenaire", "partenaires"),
            French.Count(attendance.MissionsLocales, "Mission Locale", "Missions Locales"));
        yield return new(
            DataCheckKind.AttendanceMismatch,
            $"L'effectif annoncé est {attendance.ReportedTotal}, la somme des familles donne {attendance.Counted()} ({parts}).",
            "participation");
    }

    private static IEnumerable<DataCheck> Headings(WorkshopDocument workshop) =>
        from column in workshop.Board
        from heading in column.Headings.Index()
        where heading.Item.Notes.Count == 0
        select new DataCheck(
            DataCheckKind.HeadingWithoutNote,
            $"Le sous-thème {heading.Index + 1} des {column.Column.ToFrench()}, «\u00A0{heading.Item.Title}\u00A0», ne rassemble aucune note.",
            $"{WithoutAccents(column.Column.ToFrench())}-{heading.Index + 1}");

    private static IEnumerable<DataCheck> Axes(WorkshopDocument workshop) =>
        from axis in workshop.Plan.Index()
        where axis.Item.Proposals.Count == 0
        select new DataCheck(
            DataCheckKind.AxisWithoutProposal,
            $"L'axe {axis.Index + 1}, «\u00A0{axis.Item.Title}\u00A0», n'a aucune proposition.",
            $"axe-{axis.Index + 1}");

    public static string WithoutAccents(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
}
