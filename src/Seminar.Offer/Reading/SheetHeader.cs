using System.Globalization;
using System.Text.RegularExpressions;
using Seminar.Offer.Standard;
using Seminar.Tables;

namespace Seminar.Offer.Reading;

/// <summary>The titles of a table of sheets: which column holds which field.</summary>
internal sealed partial class SheetHeader
{
    /// <summary>A line that has something in this column is help or an example.</summary>
    private const string Ignore = "__ignore__";

    /// <summary>The standard has some fifty fields.</summary>
    private const int MostColumns = 500;

    private const string DayField = "date_maj";

    private readonly SheetKind _kind;
    private readonly IReadOnlyList<string?> _fields;
    private readonly bool _isGuarded;

    private SheetHeader(SheetKind kind, IReadOnlyList<string?> fields, bool isGuarded) => (_kind, _fields, _isGuarded) = (kind, fields, isGuarded);

    /// <summary>The titles of a CSV, whose cells may stand behind an apostrophe that keeps them from being formulas.</summary>
    /// <exception cref="SheetsUnreadableException">No column has the name of a field.</exception>
    public static SheetHeader OfCsv(IReadOnlyList<object?> titles, ICollection<string> remarks) => Of(titles, remarks, null, null, isGuarded: true);

    /// <summary>The titles of a leaf of a workbook, whose cells say themselves that they are texts.</summary>
    /// <exception cref="SheetsUnreadableException">No column has the name of a field.</exception>
    public static SheetHeader OfLeaf(string leaf, IReadOnlyList<object?> titles, ICollection<string> remarks) => Of(titles, remarks, leaf, leaf.Trim().ToLowerInvariant() switch
    {
        "services" => SheetKind.Service,
        "structures" => SheetKind.Structure,
        _ => null,
    }, isGuarded: false);

    private static SheetHeader Of(IReadOnlyList<object?> titles, ICollection<string> remarks, string? where, SheetKind? said, bool isGuarded)
    {
        if (titles.Count(title => title is not null) > MostColumns)
        {
            throw new SheetsUnreadableException($"Ce fichier a plus de {MostColumns} colonnes. Gardez celles dont la première ligne donne un champ de data·inclusion.");
        }

        var names = titles.Select(title => title is null || IsDay(title) ? "" : $"{title}".Trim()).ToList();
        var kind = said ?? Fields.KindOf(names);
        var known = Fields.Of(kind).Select(field => field.Name).Append(Ignore).ToHashSet();
        if (names.Count(known.Contains) < 3)
        {
            throw new SheetsUnreadableException("La première ligne doit donner les noms des champs de data·inclusion : id, nom, date_maj…");
        }

        var place = where is null ? "" : $"{where}\u00A0: ";
        // Someone who types a day over the title of the days: the column is still theirs.
        if (!names.Contains(DayField) && titles.ToList().FindIndex(title => title is not null && IsDay(title)) is >= 0 and var dated)
        {
            names[dated] = DayField;
            remarks.Add($"{place}la colonne {dated + 1} a pour titre une date\u00A0; elle est lue comme «\u00A0{DayField}\u00A0».");
        }

        var taken = new HashSet<string>();
        var fields = new List<string?>();
        foreach (var name in names)
        {
            var isFirst = taken.Add(name);
            fields.Add(known.Contains(name) ? name : null);
            if (name.Length > 0 && (!known.Contains(name) || !isFirst))
            {
                remarks.Add(isFirst ? $"{place}la colonne «\u00A0{name}\u00A0» n’est pas du standard\u00A0; elle n’est pas reprise." : $"{place}la colonne «\u00A0{name}\u00A0» est en double\u00A0; la première valeur écrite est prise.");
            }
        }

        return new SheetHeader(kind, fields, isGuarded);
    }

    /// <summary>The sheet of a line; null for a blank line, help or an example.</summary>
    public RawSheet? Sheet(int line, IReadOnlyList<object?> cells)
    {
        var values = new Dictionary<string, object>();
        for (var column = 0; column < Math.Min(cells.Count, _fields.Count); column++)
        {
            if (_fields[column] is { } field && cells[column] is { } value and not "")
            {
                values.TryAdd(field, _isGuarded && value is string text ? SafeCell.Read(text) : value);
            }
        }

        return values.Count == 0 || IsIgnored(values) ? null : new RawSheet(_kind, line, values);
    }

    private static bool IsIgnored(Dictionary<string, object> values) =>
        values.Remove(Ignore, out var mark) && mark is not false && $"{mark}".Trim() is not ("" or "0");

    /// <summary>In a workbook a day is a day, or the number of days since 1900.</summary>
    private static bool IsDay(object title) => title is DateTime or (double and > 36525 and < 73050) || (title is string text && DayText().IsMatch(text)
        && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _));

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d")]
    private static partial Regex DayText();
}
