using System.Net.Mail;
using Seminar.Contracts.Reference;
using Seminar.People.Programme;
using Seminar.Tables;

namespace Seminar.People.Features.Roster;

/// <summary>Makes people of the lines of a roster, or says line by line why not, with the value that was likely meant.</summary>
internal sealed class RosterReading(
    IReadOnlyDictionary<string, int> columns, IReadOnlyList<ProgrammeWorkshop> workshops, IReadOnlyDictionary<string, string> region, bool applyProposals)
{
    private static readonly PermittedValues Families = new(
    [
        ("mission-locale", "Mission Locale"), ("mission-locale", "ML"), ("mission-locale", "mission-locale"), ("mission-locale", "Missions Locales"),
        ("mission-locale", "orange"), ("mission-locale", "jaune"), ("partenaire", "Partenaire"), ("partenaire", "P"), ("partenaire", "Partenaires"),
        ("partenaire", "bleu"), ("jeune", "Jeune"), ("jeune", "J"), ("jeune", "Jeunes"),
    ]);

    private static readonly PermittedValues DepartementNames =
        new(Departements.All.SelectMany(each => new[] { (each.Code, each.Code), (each.Code, each.Code.TrimStart('0')), (each.Code, each.Name) }));

    private static readonly string[] WishFields = ["voeu1", "voeu2", "voeu3"];

    private readonly PermittedValues _workshopNames =
        new(workshops.SelectMany(each => new[] { each.Name, each.Key, each.Theme.Slug, each.Title ?? each.Name }.Select(written => (each.Key, written))));

    /// <param name="number">Number of the line in the file; the titles are line 1.</param>
    /// <param name="cells">The cells of the line.</param>
    public RosterLine Read(int number, IReadOnlyList<string> cells)
    {
        var faults = new List<RosterFault>();
        var remarks = new List<string>();
        var family = OneOf(cells, "famille", Families, "n’est pas une famille", faults, value => value switch { "mission-locale" => "Mission Locale", "partenaire" => "Partenaire", _ => "Jeune" });
        var isYouth = family == "jeune";
        var lastName = Text(cells, "nom", 80, faults);
        if (isYouth && lastName.Length > 0)
        {
            remarks.Add("Nom d’un jeune\u00A0: il n’est pas repris.");
            lastName = "";
        }

        var person = new RosterPerson(
            family ?? "", Required(cells, "prenom", 80, faults), isYouth ? "" : lastName, Text(cells, "organisation", 120, faults), Text(cells, "fonction", 120, faults),
            Cell(cells, "departement").Length == 0 ? null : OneOf(cells, "departement", DepartementNames, "n’est pas un département", faults, Departements.NameOf),
            Email(cells, faults), IsWitness(cells, faults), Workshop(cells, "atelier", faults), Wishes(cells, faults));
        if (Cell(cells, "famille").Length == 0)
        {
            faults.Insert(0, new RosterFault("famille", "La famille manque.", null));
        }

        if (!isYouth && lastName.Length == 0 && family is not null)
        {
            faults.Add(new RosterFault("nom", "Le nom manque.", null));
        }

        remarks.AddRange(Place(person));
        return new RosterLine(number, person, faults, remarks);
    }

    private IEnumerable<string> Place(RosterPerson person)
    {
        var named = PlaceNames.DepartementsIn(person.Organisation, region);
        if (person.Departement is { } code && named.Count > 0 && !named.Contains(code))
        {
            yield return $"«\u00A0{person.Organisation}\u00A0» fait penser au {string.Join(", ", named)}, pas au {code}. À vérifier.";
        }
        else if (person.Departement is { } other && region.Count > 0 && !region.ContainsKey(other))
        {
            yield return $"Le département {other} est hors de la région.";
        }
    }

    private string? Workshop(IReadOnlyList<string> cells, string field, List<RosterFault> faults) =>
        Cell(cells, field).Length == 0 ? null : OneOf(cells, field, _workshopNames, "n’est pas un atelier", faults, Name);

    private List<string> Wishes(IReadOnlyList<string> cells, List<RosterFault> faults)
    {
        var written = Cell(cells, "voeux").Split([';', ',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => ("voeux", text))
            .Concat(WishFields.Select(field => (field, Cell(cells, field)))).Where(each => each.Item2.Length > 0);
        return [.. written.Select(each => Meant(each.Item2, each.Item1, _workshopNames, "n’est pas un atelier", faults, Name)).OfType<string>().Distinct()];
    }

    private string? OneOf(
        IReadOnlyList<string> cells, string field, PermittedValues values, string wrong, List<RosterFault> faults, Func<string, string> label) =>
        Cell(cells, field) is { Length: > 0 } typed ? Meant(typed, field, values, wrong, faults, label) : null;

    private string? Meant(string typed, string field, PermittedValues values, string wrong, List<RosterFault> faults, Func<string, string> label)
    {
        var (value, isExact) = NearestValue.Of(typed, values);
        if (isExact || (value is not null && applyProposals))
        {
            return value;
        }

        faults.Add(new RosterFault(
            field, $"«\u00A0{typed}\u00A0» {wrong}.{(value is null ? "" : $" Vouliez-vous dire «\u00A0{label(value)}\u00A0»\u00A0?")}", value is null ? null : label(value)));
        return null;
    }

    private string Required(IReadOnlyList<string> cells, string field, int longest, List<RosterFault> faults)
    {
        var text = Text(cells, field, longest, faults);
        if (text.Length == 0)
        {
            faults.Add(new RosterFault(field, "Le prénom manque.", null));
        }

        return text;
    }

    private string Text(IReadOnlyList<string> cells, string field, int longest, List<RosterFault> faults)
    {
        var text = Cell(cells, field);
        if (text.Length > longest)
        {
            faults.Add(new RosterFault(field, $"Ce texte a {text.Length} caractères\u00A0; {longest} au plus.", null));
        }
        else if (text.Any(char.IsControl))
        {
            faults.Add(new RosterFault(field, "Ce texte contient un caractère invisible ou un retour à la ligne.", null));
        }

        return text;
    }

    private string? Email(IReadOnlyList<string> cells, List<RosterFault> faults)
    {
        var email = Cell(cells, "courriel");
        if (email.Length > 0 && (email.Length > 200 || !MailAddress.TryCreate(email, out _)))
        {
            faults.Add(new RosterFault("courriel", $"«\u00A0{email}\u00A0» n’est pas une adresse complète.", null));
        }

        return email.Length == 0 ? null : email;
    }

    private bool IsWitness(IReadOnlyList<string> cells, List<RosterFault> faults)
    {
        switch (NearestValue.Plain(Cell(cells, "temoin")))
        {
            case "" or "non" or "n" or "0" or "false" or "faux":
                return false;
            case "oui" or "o" or "x" or "1" or "true" or "vrai" or "temoin":
                return true;
            default:
                faults.Add(new RosterFault("temoin", "Répondez oui ou non.", null));
                return false;
        }
    }

    private string Name(string workshop) => workshops.First(each => each.Key == workshop).Name;

    private string Cell(IReadOnlyList<string> cells, string field) => columns.TryGetValue(field, out var column) && column < cells.Count ? cells[column] : "";
}

/// <summary>A line of a roster, read.</summary>
internal sealed record RosterLine(int Number, RosterPerson Person, IReadOnlyList<RosterFault> Faults, IReadOnlyList<string> Remarks);

/// <summary>What is wrong in a line.</summary>
/// <param name="Field">Key of the field.</param>
/// <param name="Message">A French sentence.</param>
/// <param name="Proposal">The value that was likely meant, in French, or null.</param>
internal sealed record RosterFault(string Field, string Message, string? Proposal);

/// <summary>A person as a line tells.</summary>
internal sealed record RosterPerson(
    string Family, string FirstName, string LastName, string Organisation, string Position, string? Departement, string? Email, bool IsWitness,
    string? Workshop, IReadOnlyList<string> Wishes)
{
    /// <summary>Two lines with one key are one person.</summary>
    public string Key => Email is { } email
        ? email.ToUpperInvariant()
        : $"{NearestValue.Plain(FirstName)}|{NearestValue.Plain(LastName)}|{NearestValue.Plain(Organisation)}";
}
