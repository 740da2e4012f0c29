using Seminar.Contracts.Files;

namespace Seminar.Reports.Workbook;

/// <summary>Reads a workbook of Seminar in the process that is made for files.</summary>
public sealed class WorkbookReader : IFileReader<WorkbookContent>
{
    /// <inheritdoc/>
    public WorkbookContent Read(string name, byte[] content) => ReadWorkbook.Read(content);
}
