using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Seminar.Contracts.Pages;

namespace Seminar.Reports.PastBilan;

/// <summary>Reads a past bilan in the outline of the network, from Word, Markdown or plain text.</summary>
public static class ReadPastBilan
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int MostLines = 100_000;

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name: <c>.md</c> tells Markdown from plain text.</param>
    /// <param name="content">What it holds.</param>
    /// <returns>What was understood of it, and what was not.</returns>
    public static PastBilanReading Read(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > MostBytes)
        {
            return PastBilanReading.Refused($"Ce fichier est trop gros : {MostBytes / 1024 / 1024} Mo au plus.");
        }

        try
        {
            var lines = content is [(byte)'P', (byte)'K', ..] ? ReadWord(content) : ReadText(name, content);
            return lines.Refusal is { } refusal ? PastBilanReading.Refused(refusal)
                : lines.Read!.Count > MostLines ? PastBilanReading.Refused($"Ce fichier a plus de {MostLines} lignes.")
                : new PastBilanBuilder().Build([.. lines.Read.Select(AsTyped)]);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException or ArgumentException)
        {
            return PastBilanReading.Refused("Ce fichier ne se lit ni comme un document Word (.docx), ni comme un texte.");
        }
    }

    // The spaces that typography made are made again where they are shown.
    private static Line AsTyped(Line line) => line with { Text = AsTyped(line.Text), Cells = [.. line.Cells.Select(AsTyped)] };

    private static string AsTyped(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();

    private static (IReadOnlyList<Line>? Read, string? Refusal) ReadWord(byte[] content) =>
        OfficeUpload.WhyRefused(content) is { } refusal ? (null, refusal) : (WordLines.Read(content), null);

    private static (IReadOnlyList<Line>? Read, string? Refusal) ReadText(string name, byte[] content)
    {
        if (content.AsSpan().Contains((byte)0))
        {
            return (null, "Ce fichier n’est ni un document Word (.docx), ni un texte.");
        }

        var text = Decode(content);
        return (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
            ? [.. MarkdownLines.Read(text)]
            : [.. PlainTextLines.Read(text)], null);
    }

    /// <summary>UTF-8 when it is; otherwise what word processors of Western Europe wrote.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
