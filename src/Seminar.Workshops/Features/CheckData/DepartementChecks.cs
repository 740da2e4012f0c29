using Seminar.Contracts.Reference;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

/// <summary>Compares the code of a département with the place that an organisation names.</summary>
internal static class DepartementChecks
{
    public static IEnumerable<DataCheck> Of(WorkshopDocument workshop, IReadOnlyDictionary<string, string> departements)
    {
        var team = workshop.Team.Select(member => (member.Organisation, member.Departement, Anchor: "equipe"));
        var witnesses = workshop.Witnesses.Select(witness => (witness.Organisation, witness.Departement, Anchor: "temoins"));
        return from person in team.Concat(witnesses)
               where person.Departement is not null
               let fault = Fault(person.Organisation, person.Departement, departements)
               where fault is not null
               select new DataCheck(DataCheckKind.DepartementMismatch, fault, person.Anchor);
    }

    private static string? Fault(string organisation, string code, IReadOnlyDictionary<string, string> departements)
    {
        if (!DepartementCode.IsWellFormed(code))
        {
            return $"«\u00A0{organisation}\u00A0» porte le code {code}, qui n'est pas un code de département.";
        }

        var named = PlaceNames.DepartementsIn(organisation, departements);
        if (named.Count == 0 || named.Contains(code))
        {
            return null;
        }

        var itsName = departements.TryGetValue(code, out var name) ? $" ({name})" : "";
        var expected = string.Join(", ", named.Select(other => $"{departements[other]} a le code {other}"));
        return $"«\u00A0{organisation}\u00A0» porte le code {code}{itsName}, alors que {expected}.";
    }
}
