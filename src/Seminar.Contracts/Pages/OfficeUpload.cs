using System.IO.Compression;
using System.Xml;

namespace Seminar.Contracts.Pages;

/// <summary>
/// Looks at an office file (XLSX, DOCX, ODT) that someone sends, before anything reads it. Such a file is a ZIP archive: a small one may
/// unfold into gigabytes, carry macros, point elsewhere, or nest so deep that its reader never comes back.
/// </summary>
public static class OfficeUpload
{
    private const int MostEntries = 2000;
    private const long MostUnfolded = 100 * 1024 * 1024;

    /// <summary>Documents of the field nest some thirty elements; tables in tables in text boxes, a hundred.</summary>
    private const int MostDepth = 500;

    private static readonly string[] Refused = ["vbaProject", "macros/", "Basic/", "Scripts/", "externalLinks/", "embeddings/oleObject", "activeX/"];

    /// <summary>Tells why a file must not be read. What it holds is unfolded and counted, not believed.</summary>
    /// <param name="content">The file.</param>
    /// <returns>A French sentence, or null for a file that may be read.</returns>
    public static string? WhyRefused(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            if (archive.Entries.Count > MostEntries)
            {
                return "Ce fichier contient trop de parties pour un document ordinaire.";
            }

            if (archive.Entries.Any(entry => Array.Exists(Refused, name => entry.FullName.Contains(name, StringComparison.OrdinalIgnoreCase))))
            {
                return "Ce fichier contient des macros, des objets ou des liens vers d’autres fichiers. Enregistrez-le sans eux (au format .docx, .xlsx ou .odt), puis recommencez.";
            }

            return WhyUnfolded(archive) ?? WhyNested(archive);
        }
        catch (InvalidDataException)
        {
            return "Ce fichier est abîmé : il ne s’ouvre pas.";
        }
    }

    private static string? WhyUnfolded(ZipArchive archive)
    {
        var buffer = new byte[64 * 1024];
        var unfolded = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                unfolded += read;
                if (unfolded > MostUnfolded)
                {
                    return $"Ce fichier est trop gros une fois déplié : {MostUnfolded / 1024 / 1024} Mo au plus.";
                }

                if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && buffer.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0)
                {
                    return "Ce fichier contient une définition de document, qu’aucun traitement de texte n’écrit : il est refusé.";
                }
            }
        }

        return null;
    }

    /// <summary>What is no XML is for its reader to refuse.</summary>
    private static string? WhyNested(ZipArchive archive)
    {
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
            try
            {
                while (xml.Read())
                {
                    if (xml.Depth > MostDepth)
                    {
                        return $"Ce fichier est fait de parties trop emboîtées les unes dans les autres\u00A0: {MostDepth} au plus. Copiez-en le contenu dans un fichier neuf, puis envoyez celui-ci.";
                    }
                }
            }
            catch (XmlException)
            {
                // The next part is looked at all the same.
            }
        }

        return null;
    }
}
