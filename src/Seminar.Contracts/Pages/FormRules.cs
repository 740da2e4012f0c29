using System.Globalization;
using System.Text.RegularExpressions;

namespace Seminar.Contracts.Pages;

/// <summary>
/// Reads the fields of a form: each method returns the value, or notes a French refusal and returns a stand-in.
/// Read every field, then look at <see cref="Outcome"/> before using any of them.
/// </summary>
public sealed partial class FormRules
{
    /// <summary>Years that a calendar of this work can hold; beyond, someone mistyped, and programs that follow a calendar may refuse all of it.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private readonly List<Refusal> _refusals = [];

    /// <summary>What was refused so far, each under the name of its field.</summary>
    public Outcome Outcome => new(_refusals);

    /// <summary>A text that must be there.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">What was typed.</param>
    /// <param name="longest">Most characters.</param>
    /// <param name="expected">What is expected, after « Donnez »: « le nom du dispositif ».</param>
    /// <returns>The text without the spaces around it.</returns>
    public string Text(string field, string? value, int longest, string expected)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
        {
            Refuse(field, $"Donnez {expected}.");
        }
        else if (text.Length > longest)
        {
            Refuse(field, $"Donnez {expected} en {longest} caractères au plus\u00A0; il y en a {text.Length}.");
        }
        else if (text.Any(char.IsControl))
        {
            Refuse(field, "Ce texte contient un caractère invisible qui n’est pas permis.");
        }

        return text;
    }

    /// <summary>A day, as browsers send it: <c>yyyy-MM-dd</c>, from 2000 to 2100.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">What was typed.</param>
    /// <returns>The day.</returns>
    public DateOnly Date(string field, string? value)
    {
        if (!DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Refuse(field, "Donnez une date, par exemple 31/01/2027.");
        }
        else if (date.Year is < FirstYear or > LastYear)
        {
            Refuse(field, $"Donnez une date entre {FirstYear} et {LastYear}.");
        }

        return date;
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">What was typed.</param>
    /// <param name="least">Smallest.</param>
    /// <param name="most">Largest.</param>
    /// <returns>The number.</returns>
    public int Number(string field, string? value, int least, int most)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Refuse(field, $"Donnez un nombre entier de {least} à {most}.");
        }

        return number;
    }

    /// <summary>One of a few values.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">What was chosen.</param>
    /// <param name="choices">The permitted values with their labels.</param>
    /// <returns>The value.</returns>
    public string OneOf(string field, string? value, IReadOnlyList<(string Value, string Label)> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.All(choice => choice.Value != value))
        {
            Refuse(field, $"Choisissez dans la liste\u00A0: {string.Join(", ", choices.Select(choice => choice.Label))}.");
        }

        return value ?? "";
    }

    /// <summary>The INSEE code of a département: 01 to 95, 2A, 2B, 971 to 989.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">What was typed.</param>
    /// <returns>The code, in upper case.</returns>
    public string Departement(string field, string? value)
    {
        var code = value?.Trim().ToUpperInvariant() ?? "";
        if (!DepartementCode().IsMatch(code))
        {
            Refuse(field, "Donnez le code du département, par exemple 31, 2A ou 974.");
        }

        return code;
    }

    /// <summary>A web address, which begins with <c>https://</c> and carries neither spaces nor a user name.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">What was typed.</param>
    /// <returns>The address.</returns>
    public string WebAddress(string field, string? value)
    {
        var address = value?.Trim() ?? "";
        if (address.Length > 500
            || !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.UserInfo.Length > 0)
        {
            Refuse(field, "Donnez une adresse complète, sans espace ni identifiant, qui commence par https://.");
        }

        return address;
    }

    private void Refuse(string field, string message) => _refusals.Add(new Refusal(field, message));

    [GeneratedRegex("^(0[1-9]|1[0-9]|2[1-9]|2A|2B|[3-8][0-9]|9[0-5]|97[1-9]|98[0-9])$")]
    private static partial Regex DepartementCode();
}
