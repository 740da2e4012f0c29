using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class How_much_a_board_holds
{
    [Fact]
    public async Task A_group_is_told_when_it_has_written_all_that_it_may_and_the_others_write_on()
    {
        await using var theme = await BeginAsync();
        await AtOnceAsync(theme, Room.Group(1), [.. Enumerable.Range(0, BoardLimits.NotesOfGroup).Select(number => Room.Add($"Note {number}"))]);

        var refused = await theme.Send(Room.Group(1, badge: 2), Room.Add("Une de trop"));
        refused[0].Should().Match<BoardAnswer>(answer => answer.Code == "full" && answer.Message!.Contains("Votre groupe a déjà écrit 1000 notes"));
        (await theme.Send(Room.Group(2), Room.Add("Une autre")))[0].Code.Should().BeNull();
        (await theme.Send(Room.Rapporteur, Room.Add("De l’équipe")))[0].Code.Should().BeNull();
    }

    [Fact]
    public async Task The_fullest_board_is_exported_in_the_longest_letters_and_imported_again()
    {
        await using var theme = await BeginAsync();
        var picture = string.Concat(Enumerable.Repeat("😀", BoardText.LongestNote));
        (await theme.Replace(Documents.Sound with
        {
            Theme = "mobility", Plan = [],
            Board = [new BoardColumn(Column.Brake, [.. Enumerable.Range(0, BoardLimits.Headings).Select(number => new Heading($"Sous-thème {number}", null, []))])],
        })).Accepted.Should().BeTrue();
        await AtOnceAsync(theme, Room.Leader, [.. Enumerable.Range(0, BoardLimits.Notes).Select(_ => Room.Add(picture))]);
        (await theme.Send(Room.Leader, Room.Add("Une de trop")).RefusalOf()).Should().Be("full");
        await AtOnceAsync(theme, Room.Leader, [.. Enumerable.Range(0, BoardLimits.ProposalsOfAxis + 1).Select(number => Room.Propose($"Proposition {number}"))]);

        var export = Documents.ToJson(await theme.Get());
        var read = ReadWorkshopJson.Read(export);
        await using var copy = new TestTheme("mobility");

        read.Refusals.Should().BeEmpty();
        (await copy.Replace(read.Document!)).Refusals.Should().BeEmpty();
        Documents.ToJson(await copy.Get()).Should().Be(export);
        (await copy.Board()).Notes.Should().OnlyContain(note => note.Heading == null, "what nobody gathered still waits to be gathered");
        (await copy.Send(Room.Leader, Room.Add("Une de trop")).RefusalOf()).Should().Be("full");
    }

    [Fact]
    public async Task A_heading_and_an_axis_take_no_more_than_an_import_takes()
    {
        await using var theme = await BeginAsync();
        var heading = new BoardOperation(Guid.NewGuid(), "heading.add") { Heading = Guid.NewGuid(), Column = "brake", Title = "Ici" };
        var notes = Enumerable.Range(0, BoardLimits.NotesOfHeading + 1).Select(number => Room.Add($"Note {number}")).ToList();
        await AtOnceAsync(theme, Room.Leader, [heading, .. notes]);
        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "note.gather") { Heading = heading.Heading, Notes = [.. notes.Take(BoardLimits.NotesOfHeading).Select(note => note.Note!.Value)] });

        (await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "note.gather") { Heading = heading.Heading, Notes = [notes[^1].Note!.Value] }).RefusalOf()).Should().Be("full");

        var axis = new BoardOperation(Guid.NewGuid(), "axis.add") { Axis = Guid.NewGuid(), Title = "Agir" };
        await AtOnceAsync(theme, Room.Leader, [axis, .. Enumerable.Range(0, BoardLimits.ProposalsOfAxis).Select(number => Room.Propose($"Proposition {number}") with { Axis = axis.Axis })]);
        (await theme.Send(Room.Leader, Room.Propose("Une de trop") with { Axis = axis.Axis }).RefusalOf()).Should().Be("full");
        (await theme.Send(Room.Leader, Room.Propose("Sans axe")))[0].Code.Should().BeNull();
    }

    /// <summary>In one transaction: thousands are not waited for one by one.</summary>
    private static Task<List<BoardAnswer>> AtOnceAsync(TestTheme theme, BoardAuthor author, IEnumerable<BoardOperation> operations) => theme.Database.WriteAsync(
        connection => operations.Select(operation => BoardLog.Append(connection, author, operation, theme.Clock.Now)).ToList(), default);

    private static async Task<TestTheme> BeginAsync()
    {
        var theme = new TestTheme("mobility");
        (await theme.Replace(Documents.Sound with { Theme = "mobility", Board = [], Plan = [] })).Accepted.Should().BeTrue();
        await theme.Begin("ecrire");
        return theme;
    }
}
