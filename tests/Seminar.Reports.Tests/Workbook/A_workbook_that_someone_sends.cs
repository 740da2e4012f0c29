using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Seminar.Reports.Workbook;

namespace Seminar.Reports.Tests.Workbook;

/// <summary>A workbook comes from anywhere: each fault is told with its place, and a trap is not sprung.</summary>
public sealed class A_workbook_that_someone_sends
{
    [Fact]
    public async Task Is_told_each_fault_with_its_sheet_and_line()
    {
        var file = await ChangedAsync(("Témoins", 1, "Famille", "extraterrestre"), ("Notes", 2, "Sous-thème n°", 99), ("Ateliers", 0, "Jeunes", "beaucoup"));

        var read = ReadWorkbook.Read(file);

        read.Workshops.Should().BeEmpty();
        read.Refusals.Select(refusal => (refusal.Path, refusal.Message)).Should().BeEquivalentTo(
        [
            ("Ateliers!2", "Feuille « Ateliers », ligne 2 : la colonne « Jeunes » attend un nombre entier."),
            ("Témoins!3", "Feuille « Témoins », ligne 3 : la colonne « Famille » attend un de ces mots : mission-locale, partenaire, jeune."),
            ("Notes!4", "Feuille « Notes », ligne 4 : la colonne « Sous-thème n° » nomme un sous-thème qui n’est pas dans la feuille « Sous-thèmes »."),
        ]);
    }

    [Fact]
    public async Task May_have_lost_the_zero_of_a_departement()
    {
        var read = ReadWorkbook.Read(await ChangedAsync(("Équipe", 0, "Département", 1)));

        read.Workshops.Single().Team[0].Departement.Should().Be("01");
    }

    [Fact]
    public void Is_refused_when_it_is_something_else()
    {
        ReadWorkbook.Read("pas un classeur"u8.ToArray()).Refusals.Single().Message.Should().Be("Ce fichier est abîmé : il ne s’ouvre pas.");
        using var other = new MemoryStream();
        other.SaveAs(new[] { new { Nom = "x" } });
        ReadWorkbook.Read(other.ToArray()).Refusals.Single().Message.Should().Contain("ce n’est pas un classeur de Seminar");
    }

    [Fact]
    public async Task Is_refused_with_macros_with_external_entities_and_when_it_unfolds_without_end()
    {
        var sound = await Source.WriteAsync("xlsx", new Source(null, Sample.Workshop("mobility")));

        RefusalOf(With(sound, "xl/vbaProject.bin", [1, 2, 3])).Should().Contain("macros");
        RefusalOf(With(sound, "xl/externalLinks/externalLink1.xml", "<x/>"u8.ToArray())).Should().Contain("liens vers d’autres fichiers");
        RefusalOf(With(sound, "xl/worksheets/sheet99.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"u8.ToArray())).Should().Contain("définition de document");
        RefusalOf(With(sound, "xl/media/bombe.bin", new byte[120 * 1024 * 1024])).Should().Contain("trop gros une fois déplié");
    }

    private static string RefusalOf(byte[] file) => ReadWorkbook.Read(file).Refusals.Single().Message;

    private static byte[] With(byte[] file, string part, byte[] content)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var package = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = package.CreateEntry(part).Open();
            entry.Write(content);
        }

        return copy.ToArray();
    }

    /// <summary>The workbook of a workshop, some cells changed as in a spreadsheet.</summary>
    private static async Task<byte[]> ChangedAsync(params (string Sheet, int Row, string Column, object Value)[] changes)
    {
        using var file = new MemoryStream(await Source.WriteAsync("xlsx", new Source(null, Sample.Workshop("mobility"))));
        var sheets = file.GetSheetNames().ToDictionary(name => name, name => (object)file.Query(useHeaderRow: true, sheetName: name).Cast<IDictionary<string, object>>()
            .Select(row => new Dictionary<string, object>(row)).ToList());
        foreach (var (sheet, row, column, value) in changes)
        {
            ((List<Dictionary<string, object>>)sheets[sheet])[row][column] = value;
        }

        using var changed = new MemoryStream();
        changed.SaveAs(sheets);
        return changed.ToArray();
    }
}
