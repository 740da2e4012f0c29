using System.Globalization;
using System.Text;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>
/// Professional contacts for an address book (vCard 3.0, RFC 2426, which every address book reads): a structure, or whoever a service names
/// as its contact. Sheets by which nobody can be reached are left out.
/// </summary>
internal static class VCardExport
{
    private const int LongestLine = 75;

    public static void Write(Stream target, SheetKind kind, IEnumerable<Sheet> sheets)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var line in sheets.Where(sheet => sheet.Text("telephone") is not null || sheet.Text("courriel") is not null).SelectMany(Lines))
        {
            foreach (var part in Fold(line))
            {
                writer.Write(part);
                writer.Write("\r\n");
            }
        }
    }

    private static IEnumerable<string> Lines(Sheet sheet)
    {
        var person = sheet.Contact;
        yield return "BEGIN:VCARD";
        yield return "VERSION:3.0";
        yield return $"UID:{Escape(sheet.Id)}";
        yield return $"FN:{Escape(person ?? sheet.Name)}";
        // Names are not told apart in the sheets, and an organisation has none.
        yield return $"N:{Escape(person ?? sheet.Name)};;;;";
        yield return $"ORG:{Escape(sheet.Name)}";
        if (sheet.Text("telephone") is { } telephone)
        {
            yield return $"TEL;TYPE=WORK,VOICE:{Escape(telephone)}";
        }

        if (sheet.Text("courriel") is { } email)
        {
            yield return $"EMAIL;TYPE=INTERNET,WORK:{Escape(email)}";
        }

        if (sheet.Text("commune") is not null || sheet.Text("adresse") is not null)
        {
            yield return $"ADR;TYPE=WORK:;{Escape(sheet.Text("complement_adresse"))};{Escape(sheet.Text("adresse"))};{Escape(sheet.Text("commune"))};;{Escape(sheet.Text("code_postal"))};France";
        }

        if (sheet.Number("latitude") is { } latitude && sheet.Number("longitude") is { } longitude)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"GEO:{latitude};{longitude}");
        }

        if ((sheet.Text("site_web") ?? sheet.Text("lien_source")) is { } site)
        {
            yield return $"URL:{Escape(site)}";
        }

        yield return $"REV:{sheet.Text("date_maj")}";
        yield return "END:VCARD";
    }

    private static string Escape(string? text) => text is null ? "" : text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\n").Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines are of 75 bytes at most; those that follow begin with a space. No letter is cut in two.</summary>
    private static IEnumerable<string> Fold(string line)
    {
        var part = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                yield return part.ToString();
                part.Clear().Append(' ');
                bytes = 1;
            }

            part.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        yield return part.ToString();
    }
}
