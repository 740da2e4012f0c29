using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.Contribute;
using Seminar.Workshops.Features.WriteReport;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class What_a_reader_may_see
{
    private static readonly BoardOptions Hiding = BoardOptions.Usual with { HidesOthers = true };
    private static readonly Sight Stranger = Sight.Of((BoardAuthor?)null);

    [Fact]
    public async Task Of_the_document_is_the_open_notes_one_s_own_group_s_and_everything_for_the_team()
    {
        await using var theme = await BeginAsync(Hiding);
        await theme.Send(Room.Leader, Room.Add("De l’équipe"));
        await theme.Send(Room.Group(1), Room.Add("Du groupe 1"));
        await theme.Send(Room.Group(2), Room.Add("Du groupe 2"));

        (await NotesAsync(theme, WorkshopReader.Anyone)).Should().Equal("De l’équipe");
        (await NotesAsync(theme, new WorkshopReader(false, 1))).Should().Equal("De l’équipe", "Du groupe 1");
        (await NotesAsync(theme, WorkshopReader.Team)).Should().Equal("De l’équipe", "Du groupe 1", "Du groupe 2");

        await theme.Send(Room.Leader, Choose(BoardOptions.Usual));
        (await NotesAsync(theme, WorkshopReader.Anyone)).Should().HaveCount(3, "they were revealed");
    }

    [Fact]
    public async Task Of_the_synthesis_is_what_is_open_to_all()
    {
        await using var theme = await BeginAsync(Hiding);
        await theme.Send(Room.Group(1), Room.Add("Du groupe 1"));
        var handler = new GetContributionHandler(theme.Database, new ContributionRun(), new ThemeDescription(), null!, NullLogger<GetContribution>.Instance);

        var hidden = await handler.Handle(new GetContribution(null), default);
        await theme.Send(Room.Leader, Choose(BoardOptions.Usual));
        var open = await handler.Handle(new GetContribution(hidden.Version), default);

        hidden.Items.Should().BeEmpty();
        open.Items.Should().ContainSingle().Which.Text.Should().Be("Du groupe 1");
    }

    [Fact]
    public async Task Is_published_once_it_is_open_to_all()
    {
        await using var theme = await BeginAsync(Hiding);
        await theme.Send(Room.Group(1), Room.Add("Du groupe 1"));
        var publishing = new PublishReportHandler(theme.Database, theme.Identity, theme.Clock);

        (await publishing.Handle(new PublishReport("account:leader"), default)).Refusals.Should().ContainSingle().Which.Message.Should().Contain("encore cachées");
        await theme.Send(Room.Leader, Choose(BoardOptions.Usual));
        (await publishing.Handle(new PublishReport("account:leader"), default)).Accepted.Should().BeTrue();
    }

    [Fact]
    public async Task Of_the_feed_is_each_note_of_one_s_own_group_whoever_changed_it()
    {
        await using var theme = await BeginAsync(Hiding);
        var (first, second) = (Room.Add("Du groupe 1"), Room.Add("Du groupe 2"));
        await theme.Send(Room.Group(1), first);
        await theme.Send(Room.Group(2), second);
        var heading = new BoardOperation(Guid.NewGuid(), "heading.add") { Heading = Guid.NewGuid(), Column = "brake", Title = "Ici" };
        var start = (await theme.Send(Room.Rapporteur, heading))[0].N!.Value;
        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.gather") { Notes = [first.Note!.Value, second.Note!.Value], Heading = heading.Heading });

        (await ToldAsync(theme, start, new Sight(true, null))).Should().Contain("Du groupe 1").And.Contain("Du groupe 2");
        (await ToldAsync(theme, start, new Sight(false, 2))).Should().NotContain("Du groupe 1").And.Contain("Du groupe 2");
        (await ToldAsync(theme, start, Stranger)).Should().NotContain("Du groupe").And.Contain("hidden");
    }

    [Fact]
    public async Task Of_the_feed_is_no_word_that_was_deleted_nor_what_was_open_before_it_was_hidden()
    {
        await using var theme = await BeginAsync(BoardOptions.Usual);
        var add = Room.Add("Un nom qui a échappé");
        var start = (await theme.Send(Room.Group(1), add))[0].N!.Value - 1;
        (await ToldAsync(theme, start, Stranger)).Should().Contain("échappé");

        await theme.Send(Room.Group(1), new BoardOperation(Guid.NewGuid(), "note.delete") { Note = add.Note });
        (await ToldAsync(theme, start, Stranger)).Should().NotContain("échappé").And.Contain("gone");
        (await ToldAsync(theme, start, new Sight(true, null))).Should().NotContain("échappé");

        await theme.Send(Room.Leader, Choose(Hiding));
        (await theme.Feed.ReplayAsync(start, start + 10, default)).Should().BeNull("what is open has changed: the board is read anew");
    }

    [Fact]
    public async Task Of_a_note_that_the_team_did_not_let_through_is_nothing()
    {
        await using var theme = await BeginAsync(BoardOptions.Usual with { Moderates = true });
        var add = Room.Add("Blessant");
        var start = (await theme.Send(Room.Group(1), add))[0].N!.Value - 1;
        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "note.delete") { Note = add.Note });

        (await ToldAsync(theme, start, new Sight(false, 2))).Should().NotContain("Blessant");
    }

    [Fact]
    public async Task Of_calls_for_help_is_one_s_own_even_those_that_an_earlier_version_told_to_all()
    {
        await using var theme = await BeginAsync(BoardOptions.Usual);
        await theme.Send(Room.Group(1), new BoardOperation(Guid.NewGuid(), "help.call"));
        var start = (await theme.Send(Room.Group(2), new BoardOperation(Guid.NewGuid(), "help.call")))[0].N!.Value - 1;

        await AssertAsync();
        await theme.Database.WriteAsync(connection => connection.Execute("UPDATE operation SET masked = NULL WHERE kind = 'help.call'"), default);
        await AssertAsync();

        async Task AssertAsync()
        {
            (await ToldAsync(theme, start, new Sight(true, null))).Should().Contain("\"group\":1").And.Contain("\"group\":2");
            (await ToldAsync(theme, start, new Sight(false, 2))).Should().NotContain("\"group\":1").And.Contain("\"group\":2");
            (await ToldAsync(theme, start, Stranger)).Should().NotContain("\"group\"").And.Contain("\"calls\":[]");
        }
    }

    private static async Task<TestTheme> BeginAsync(BoardOptions options)
    {
        var theme = new TestTheme("mobility");
        (await theme.Replace(Documents.Sound with { Theme = "mobility", Board = [], Plan = [] })).Accepted.Should().BeTrue();
        await theme.Send(Room.Leader, Choose(options));
        await theme.Begin("ecrire");
        return theme;
    }

    private static BoardOperation Choose(BoardOptions options) => new(Guid.NewGuid(), "options.choose") { Options = options };

    private static async Task<List<string>> NotesAsync(TestTheme theme, WorkshopReader reader)
    {
        var notes = (await theme.Get(reader))!.Board.SelectMany(column => column.Headings).SelectMany(heading => heading.Notes).ToList();
        var streamed = new List<string>();
        await foreach (var piece in await theme.Stream(reader))
        {
            streamed.AddRange(piece is HeadingPiece heading ? heading.Heading.Notes : []);
        }

        streamed.Should().Equal(notes);
        return notes;
    }

    private static async Task<string> ToldAsync(TestTheme theme, long after, Sight reader) =>
        string.Concat((await theme.Feed.ReplayAsync(after, after + 100, default))!.Select(each => Encoding.UTF8.GetString(each.For(reader))));
}
