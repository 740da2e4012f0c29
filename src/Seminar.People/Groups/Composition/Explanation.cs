using Seminar.Contracts.Workshops;
using Seminar.Ui;

namespace Seminar.People.Groups.Composition;

/// <summary>Says in plain words what a group has, and why it lacks what it lacks.</summary>
internal static class Explanation
{
    /// <param name="group">The people of the group.</param>
    /// <param name="everyone">Everyone present, for the reasons.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="departement">Name of a département, from its code.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Attendee> group, IReadOnlyList<Attendee> everyone, int groups, Func<string, string> departement) =>
    [
        Families(group),
        .. Missing(group, everyone, groups, Family.MissionLocale, "personne de Mission Locale", "personnes de Mission Locale"),
        .. Missing(group, everyone, groups, Family.Partner, "partenaire", "partenaires"),
        Organisations(group),
        .. Departements(group, departement),
        .. Company(group),
    ];

    private static string Families(IReadOnlyList<Attendee> group)
    {
        var parts = new[]
        {
            (group.Count(person => person.Family == Family.MissionLocale), "personne de Mission Locale", "personnes de Mission Locale"),
            (group.Count(person => person.Family == Family.Partner), "partenaire", "partenaires"),
            (group.Count(person => person.Family == Family.Youth), "jeune", "jeunes"),
        };
        return Sentence(parts.Where(part => part.Item1 > 0).Select(part => French.Count(part.Item1, part.Item2, part.Item3)));
    }

    private static IEnumerable<string> Missing(
        IReadOnlyList<Attendee> group, IReadOnlyList<Attendee> everyone, int groups, Family family, string singular, string plural)
    {
        if (group.Any(person => person.Family == family))
        {
            yield break;
        }

        var present = everyone.Count(person => person.Family == family);
        var lack = family == Family.MissionLocale ? "Personne de Mission Locale" : "Aucun partenaire";
        yield return present < groups
            ? $"{lack}\u00A0: il n’y en a que {French.Count(present, singular, plural)} pour {French.Count(groups, "groupe")}."
            : $"{lack}\u00A0: quelqu’un a été déplacé, est parti, ou garde sa place.";
    }

    private static string Organisations(IReadOnlyList<Attendee> group)
    {
        var twice = group.Where(person => person.Organisation.Length > 0).GroupBy(person => person.Organisation.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(each => each.Count() > 1).Select(each => each.Key).ToList();
        return twice.Count == 0
            ? "Toutes les organisations sont différentes."
            : $"{(twice.Count == 1 ? "Une organisation revient" : "Des organisations reviennent")}\u00A0: {string.Join(", ", twice)}.";
    }

    private static IEnumerable<string> Departements(IReadOnlyList<Attendee> group, Func<string, string> name)
    {
        var known = group.Select(person => person.Departement).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (known.Count > 0)
        {
            yield return $"{French.Count(known.Count, "département")}\u00A0: {string.Join(", ", known.Select(name))}.";
        }
    }

    private static IEnumerable<string> Company(IReadOnlyList<Attendee> group)
    {
        var guests = group.Count(person => person.NeedsCompany);
        if (guests > 0)
        {
            yield return group.Any(person => person.IsProfessional)
                ? $"{(guests == 1 ? "Un témoin ou jeune, accompagné" : "Des témoins ou jeunes, accompagnés")} d’au moins un professionnel."
                : "Aucun professionnel avec les témoins ou jeunes\u00A0: veillez à ce groupe.";
        }
    }

    private static string Sentence(IEnumerable<string> parts)
    {
        var list = parts.ToList();
        return list.Count < 2 ? string.Concat(list) + "." : $"{string.Join(", ", list[..^1])} et {list[^1]}.";
    }
}
