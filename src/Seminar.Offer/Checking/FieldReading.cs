using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Seminar.Offer.Hours;
using Seminar.Offer.Standard;
using Seminar.Tables;
using French = Seminar.Ui.French;

namespace Seminar.Offer.Checking;

/// <summary>Reads the fields of one sheet, and keeps what is wrong or odd about them.</summary>
internal sealed partial class FieldReading(DateOnly today, bool takesProposals)
{
    private const int LongestLink = 2083;

    /// <summary>Looking for what was meant costs by the letter: a text that is none of the standard's by its length alone is not looked for.</summary>
    private const int LongestChoice = 200;

    private const int MostListed = 5000;

    private readonly List<SheetFault> _faults = [];
    private readonly List<SheetFault> _remarks = [];

    public IReadOnlyList<SheetFault> Faults => _faults;

    public IReadOnlyList<SheetFault> Remarks => _remarks;

    public bool HasFault(string field) => _faults.Exists(fault => fault.Field == field);

    /// <summary>The value as it is kept; null for an absent or a refused one.</summary>
    public object? Read(Field field, object given) => field.Kind switch
    {
        FieldKind.Choices or FieldKind.Zones => ReadList(field, given),
        FieldKind.Longitude => ReadNumber(field, given, number => number is >= -180 and <= 180, "une longitude, entre -180 et 180"),
        FieldKind.Latitude => ReadNumber(field, given, number => number is >= -90 and <= 90, "une latitude, entre -90 et 90"),
        FieldKind.Number => ReadNumber(field, given, number => number >= 0, "un nombre, zéro ou plus"),
        FieldKind.WholeNumber => ReadNumber(field, given, number => number >= 1 && number == Math.Floor(number), "un nombre entier, 1 ou plus"),
        FieldKind.Day => ReadDay(field, given),
        _ => Text(given) is { Length: > 0 } text ? ReadText(field, text) : null,
    };

    public void Refuse(Field field, string message) => _faults.Add(new SheetFault(field.Name, message));

    public void Remark(string field, string message) => _remarks.Add(new SheetFault(field, message));

    public void RefuseUnlessCorrected(string field, string message, string proposal) =>
        (takesProposals ? _remarks : _faults).Add(new SheetFault(field, message, proposal));

    private string? ReadText(Field field, string text) => field.Kind switch
    {
        FieldKind.Name => ReadName(field, text),
        FieldKind.Description => Within(field, text, 5, 10_000),
        FieldKind.Link => ReadLink(field, text),
        FieldKind.Email => MailAddress.TryCreate(text, out var address) && address.Address == text ? text : Refused(field, $"«\u00A0{Short(text)}\u00A0» n’est pas une adresse électronique complète."),
        FieldKind.Telephone => ReadTelephone(field, text),
        FieldKind.Siret => ReadSiret(field, Digits(text, 14, field)),
        FieldKind.PostalCode => Matches(field, Digits(text, 5, field), FiveDigits(), "un code postal à cinq chiffres"),
        FieldKind.Insee => Matches(field, Digits(text, 5, field), FiveLetters(), "le code d’une commune, à cinq caractères"),
        FieldKind.Choice => ReadChoice(field, text),
        FieldKind.Hours => ReadHours(field, text),
        _ => text,
    };

    private string? ReadName(Field field, string text)
    {
        if (text.EndsWith('.') && !text.EndsWith("etc.", StringComparison.Ordinal))
        {
            Remark(field.Name, "Le nom se termine par un point.");
        }

        return Within(field, text, 3, 150);
    }

    private string? Within(Field field, string text, int least, int most) => text.Length < least || text.Length > most
        ? Refused(field, $"{field.Label}\u00A0: {French.Count(text.Length, "caractère")}\u00A0; il en faut de {least} à {French.Number(most)}.")
        : text;

    private string? ReadLink(Field field, string text)
    {
        if (text.Length <= LongestLink && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Contains(' '))
        {
            return text;
        }

        var completed = $"https://{text}";
        if (WithoutScheme().IsMatch(text))
        {
            RefuseUnlessCorrected(field.Name, $"{field.Label}\u00A0: «\u00A0{Short(text)}\u00A0» n’est pas une adresse complète.", completed);
            return takesProposals ? completed : null;
        }

        return Refused(field, $"{field.Label}\u00A0: «\u00A0{Short(text)}\u00A0» n’est pas l’adresse d’une page.");
    }

    private string ReadTelephone(Field field, string text)
    {
        if (!Telephone().IsMatch(text))
        {
            Remark(field.Name, $"«\u00A0{Short(text)}\u00A0» ne ressemble pas à un numéro de téléphone.");
        }

        return text;
    }

    private string? ReadSiret(Field field, string text)
    {
        var siret = text.Replace(" ", "", StringComparison.Ordinal);
        if (Matches(field, siret, FourteenDigits(), "un SIRET à quatorze chiffres") is null)
        {
            return null;
        }

        if (!SiretNumber.HasValidKey(siret))
        {
            Remark(field.Name, $"La clé du SIRET {siret} est fausse\u00A0; vérifiez-le.");
        }

        return siret;
    }

    private string ReadHours(Field field, string text)
    {
        if (OpeningHours.Read(text) is null)
        {
            Remark(field.Name, "Ces horaires ne se lisent pas comme ceux d’OpenStreetMap («\u00A0Mo-Fr 09:00-17:00\u00A0»)\u00A0; ils sont montrés tels quels.");
        }

        return text;
    }

    private string? ReadChoice(Field field, string text)
    {
        var choices = Nomenclature.Of(field.Name);
        if (choices.Labels.ContainsKey(text))
        {
            return text;
        }

        var (value, isExact) = text.Length > LongestChoice ? (null, false) : NearestValue.Of(text, choices.Permitted);
        var message = $"{field.Label}\u00A0: «\u00A0{Short(text)}\u00A0» n’est pas une valeur du standard.";
        if (value is null)
        {
            return Refused(field, message);
        }

        if (isExact)
        {
            return value;
        }

        RefuseUnlessCorrected(field.Name, message, value);
        return takesProposals ? value : null;
    }

    private List<string>? ReadList(Field field, object given)
    {
        var items = (given as IEnumerable<string> ?? TextList.Read(Text(given))).Select(item => item.Trim()).Where(item => item.Length > 0).ToList();
        if (items.Count > MostListed)
        {
            Refuse(field, $"{field.Label}\u00A0: {French.Count(items.Count, "valeur")}\u00A0; il en faut {French.Number(MostListed)} au plus.");
            return null;
        }

        var read = items.Select(item => field.Kind == FieldKind.Zones ? ReadZone(field, item) : ReadChoice(field, item)).OfType<string>().ToList();
        var kept = read.Distinct().ToList();
        if (kept.Count < read.Count)
        {
            Remark(field.Name, $"{field.Label}\u00A0: une valeur était écrite deux fois.");
        }

        return kept.Count == 0 ? null : kept;
    }

    private string? ReadZone(Field field, string text)
    {
        var zone = WholeNumberText().Replace(text, "$1");
        if (WithoutItsZero().IsMatch(zone))
        {
            Remark(field.Name, $"Zone d’éligibilité\u00A0: un zéro a été rendu au début de {zone}.");
            zone = "0" + zone;
        }

        return Zone().IsMatch(zone) ? zone : Refused(field, $"Zone d’éligibilité\u00A0: «\u00A0{Short(text)}\u00A0» n’est ni une commune, ni un département, ni une intercommunalité, ni un pays, ni «\u00A0france\u00A0».");
    }

    private object? ReadNumber(Field field, object given, Predicate<double> isPermitted, string what)
    {
        if (Text(given) is { Length: 0 })
        {
            return null;
        }

        var isRead = given is double number || double.TryParse(Text(given).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return isRead && double.IsFinite(number) && isPermitted(number) ? number : Refused(field, $"{field.Label}\u00A0: «\u00A0{Short(Text(given))}\u00A0» n’est pas {what}.");
    }

    private string? ReadDay(Field field, object given)
    {
        if (Text(given).Length == 0)
        {
            return null;
        }

        if (Days.Read(given) is not { } day)
        {
            return Refused(field, $"{field.Label}\u00A0: «\u00A0{Short(Text(given))}\u00A0» n’est pas une date.");
        }

        if (day.Year < 2000 || day > today)
        {
            return Refused(field, $"{field.Label}\u00A0: le {French.Date(day)} est {(day > today ? "dans l’avenir" : "avant 2000")}.");
        }

        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A spreadsheet makes a number of a code: « 59260.0 », and 9000 of 09000.</summary>
    private string Digits(string text, int length, Field field)
    {
        var code = WholeNumberText().Replace(text, "$1");
        if (code.Length != length - 1 || !code.All(char.IsAsciiDigit))
        {
            return code;
        }

        Remark(field.Name, $"{field.Label}\u00A0: un zéro a été rendu au début de {code}.");
        return "0" + code;
    }

    private string? Matches(Field field, string text, Regex pattern, string what) =>
        pattern.IsMatch(text) ? text : Refused(field, $"{field.Label}\u00A0: «\u00A0{Short(text)}\u00A0» n’est pas {what}.");

    private string? Refused(Field field, string message)
    {
        Refuse(field, message);
        return null;
    }

    private static string Text(object? given) => given switch
    {
        null => "",
        // Workbooks end lines their own way.
        string text => text.Trim().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
        double number => number.ToString("0.############", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join(", ", list),
        _ => Convert.ToString(given, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..59]}…";

    [GeneratedRegex(@"^(\d+)\.0+$")]
    private static partial Regex WholeNumberText();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex FiveDigits();

    [GeneratedRegex(@"^\w{5}$")]
    private static partial Regex FiveLetters();

    [GeneratedRegex(@"^\d{14}$")]
    private static partial Regex FourteenDigits();

    [GeneratedRegex(@"^(?:[1-9]|[1-9]\d{3})$")]
    private static partial Regex WithoutItsZero();

    [GeneratedRegex(@"^(?:\d{5}|2[AB]\d{3}|\d{2,3}|2[AB]|\d{9}|france)$")]
    private static partial Regex Zone();

    [GeneratedRegex(@"^\+?[\d\s.()-]{4,20}$")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutScheme();
}
