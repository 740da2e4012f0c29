using System.Text;
using Seminar.People.Features.Arrivals;
using Seminar.People.Features.Privacy;
using Seminar.People.Features.Settings;

namespace Seminar.People.Tests.Privacy;

/// <summary>What was erased or made anonymous is in no byte that the house still writes or copies.</summary>
public sealed class Erasing_for_good
{
    private const string Name = "Zyxnomquirestelisible";

    [Fact]
    public async Task Leaves_no_name_in_the_file_its_journal_or_a_later_backup()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync([.. Enumerable.Range(1, 200).Select(number => $"Partenaire;Prénom {number};{Name} {number};Organisme {number};Mobilité;;")]);
        Legible(people).Should().NotBeEmpty("or else this test proves nothing");

        foreach (var person in await people.ExpectedAsync())
        {
            (await new ErasePersonHandler(people.Database, people.Themes, people.Erased).Handle(new ErasePerson(person.Id), default)).Should().BeTrue();
        }

        await people.Database.BackupAsync(Path.Combine(people.Folder, "after.db"), default);
        Legible(people).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_so_after_the_retention_too()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync([.. Enumerable.Range(1, 50).Select(number => $"Partenaire;Prénom {number};{Name} {number};Organisme {number};Mobilité;;")]);
        await new ChangeSettingsHandler(people.Database).Handle(new ChangeSettings(false, new DateOnly(2026, 11, 23), 6), default);

        people.Clock.Now = people.Clock.Now.AddMonths(7);
        (await new AnonymiseOverdueHandler(people.Database, people.Clock).Handle(new AnonymiseOverdue(), default)).Should().Be(50);

        await people.Database.BackupAsync(Path.Combine(people.Folder, "after.db"), default);
        Legible(people).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_done_again_in_a_copy_that_was_made_before()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync($"Partenaire;Prénom A;{Name};Partenaire 1;Mobilité;;", "Partenaire;Prénom B;Nom B;Partenaire 2;Mobilité;;");
        var copy = Path.Combine(people.Folder, "before.db");
        await people.Database.BackupAsync(copy, default);
        var person = await people.FindAsync($"Prénom A {Name}");
        await new ErasePersonHandler(people.Database, people.Themes, people.Erased).Handle(new ErasePerson(person.Id), default);

        await people.Database.RestoreAsync(copy, default, connection => people.Erased.EraseAgain(connection));

        (await people.ExpectedAsync()).Select(each => each.Name).Should().Equal("Prénom B Nom B");
        Legible(people).Should().Equal("before.db");
        var list = await File.ReadAllTextAsync(Path.Combine(people.Folder, "erased.txt"));
        list.Should().Be($"{person.Id} {person.Number}\n", "identifiers, no name");
    }

    [Fact]
    public async Task Goes_on_from_a_list_whose_last_line_was_cut_off()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;Mobilité;;");
        var person = await people.FindAsync("Prénom A Nom A");
        await File.WriteAllTextAsync(Path.Combine(people.Folder, "erased.txt"), "0193");

        people.Erased.Add(person.Id, person.Number);

        (await people.Database.WriteAsync(people.Erased.EraseAgain, default)).Should().Be(1);
    }

    [Fact]
    public async Task Never_frees_a_number_for_someone_else()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;Mobilité;;", "Partenaire;Prénom B;Nom B;Partenaire 2;Mobilité;;");
        var last = await people.FindAsync("Prénom B Nom B");
        await new ErasePersonHandler(people.Database, people.Themes, people.Erased).Handle(new ErasePerson(last.Id), default);

        await people.RegisterAsync("Partenaire;Prénom C;Nom C;Partenaire 3;Mobilité;;");
        await people.RecordAsync(new ArrivalOperation(
            Guid.NewGuid(), "walk-in", Guid.CreateVersion7(), people.Clock.Now, "Prénom D", "Nom D", "partenaire", "Partenaire 4"));

        (await people.ExpectedAsync()).Select(each => each.Number).Should().BeEquivalentTo([1, 3, 4]);
        last.Number.Should().Be(2);
    }

    /// <summary>The files in which the name can be read, capitals or not.</summary>
    private static string?[] Legible(TempPeople people) =>
        [.. Directory.EnumerateFiles(people.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Encoding.Latin1.GetString(Read(file)).Contains(Name, StringComparison.OrdinalIgnoreCase)).Select(Path.GetFileName)
            .Where(file => file != null).Order()];

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
