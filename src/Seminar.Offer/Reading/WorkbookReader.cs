using System.Xml;
using Seminar.Contracts.Files;

namespace Seminar.Offer.Reading;

/// <summary>Unfolds a workbook of sheets into lines, in the process that is made for files.</summary>
internal sealed class WorkbookReader : IFileReader
{
    public void Read(string name, byte[] content, Stream answer)
    {
        using var lines = new UnfoldedLines(answer);
        var remarks = new List<string>();
        try
        {
            foreach (var sheet in WorkbookSheets.Read(content, remarks))
            {
                lines.Write(sheet);
            }
        }
        catch (SheetsUnreadableException unreadable)
        {
            lines.WriteRefusal(unreadable.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException or NotSupportedException)
        {
            lines.WriteRefusal(SheetFile.None);
        }

        remarks.ForEach(lines.WriteRemark);
    }
}
