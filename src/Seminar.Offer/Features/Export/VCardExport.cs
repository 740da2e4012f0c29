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

    public static void Write(Stream target, Leaf leaf)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var line in leaf.Sheets.Where(sheet => sheet.Text("telephone") is not null || sheet.Text("courriel") is not null).SelectMany(sheet => Lines(sheet, Organisation(sheet, leaf))))
        {
            foreach (var part in Fold(line))
            {
                writer.Write(part);
                writer.Write("\r\n");
            }
        }
    }

    /// <summary>The structure, then the service as a part of it (RFC 2426, 3.5.5); the service alone when its structure is not known.</summary>
    private static string Organisation(Sheet sheet, Leaf leaf) =>
        sheet.Text("structure_id") is { } id && leaf.NameOfStructure(id) is { } structure ? $"{Escape(structure)};{Escape(sheet.Name)}" : Escape(sheet.Name);

    private static IEnumerable<string> Lines(Sheet sheet, string organisation)
    {
        var person = sheet.Contact;
        yield return "BEGIN:VCARD";
        yield return "VERSION:3.0";
        yield return $"UID:{Escape(sheet.Id)}";
        yield return $"FN:{Escape(person ?? sheet.Name)}";
        // Names are not told apart in the sheets, and an organisation has none.
        yield return $"N:{Escape(person ?? sheet.Name)};;;;";
        yield return $"ORG:{organisation}";
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

        // An address is no text (RFC 2426, 4): commas and semicolons stay as they are, and what would break a line is written as addresses do.
        if (Uri.TryCreate(sheet.Text("site_web") ?? sheet.Text("lien_source"), UriKind.Absolute, out var site))
        {
            yield return $"URL:{site.AbsoluteUri}";
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
