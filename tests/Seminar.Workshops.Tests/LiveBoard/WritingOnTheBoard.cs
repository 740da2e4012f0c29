using Seminar.Workshops.Board;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class WritingOnTheBoard
{
    [Fact]
    public async Task A_note_is_signed_by_its_group_and_nobody_is_named()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");

        await theme.Send(Room.Group(7, badge: 42), Room.Add("  Pas de bus le dimanche  "));

        var board = await theme.Board();
        board.Notes.Should().ContainSingle().Which.Should().Match<BoardNote>(note => note.Text == "Pas de bus le dimanche" && note.Group == 7 && note.Column == "brake");
        (await theme.Database.ReadAsync<string>("SELECT event FROM operation", null, default)).Should().NotContain(told => told.Contains("session") || told.Contains("badge"));
    }

    [Fact]
    public async Task What_is_sent_twice_is_there_once_and_the_same_identifier_with_other_words_is_refused()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var add = Room.Add("Pas de bus");

        var first = await theme.Send(Room.Group(1), add);
        var second = await theme.Send(Room.Group(1), add);

        second.Should().BeEquivalentTo(first);
        (await theme.Send(Room.Group(1), add with { Text = "Autre chose" }).RefusalOf()).Should().Be("replayed");
        (await theme.Board()).Notes.Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "blank")]
    [InlineData("   \n ", "blank")]
    [InlineData("a\u0000b", "invisible")]
    public async Task A_text_that_is_none_is_refused(string text, string code)
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");

        (await theme.Send(Room.Group(1), Room.Add(text)).RefusalOf()).Should().Be(code);
    }

    [Fact]
    public async Task Half_a_letter_is_refused()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");

        (await theme.Send(Room.Group(1), Room.Add("\ud83d seul")).RefusalOf()).Should().Be("invisible");
    }

    [Fact]
    public async Task Five_hundred_characters_fit_whatever_they_are_and_one_more_is_refused()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var long500 = string.Concat(Enumerable.Repeat("😀", 500));

        (await theme.Send(Room.Group(1), Room.Add(long500)))[0].N.Should().NotBeNull();
        (await theme.Send(Room.Group(1), Room.Add(long500 + "a")).RefusalOf()).Should().Be("too-long");
    }

    [Fact]
    public async Task Before_the_phase_and_after_it_participants_are_told_and_the_team_may()
    {
        await using var theme = new TestTheme("mobility");
        (await theme.Send(Room.Group(1), Room.Add("Trop tôt")).RefusalOf()).Should().Be("wrong-phase");
        (await theme.Send(Room.Rapporteur, Room.Add("L’équipe peut")))[0].Code.Should().BeNull();
        await theme.Begin("accueil");
        (await theme.Send(Room.Group(1), Room.Add("Encore trop tôt")).RefusalOf()).Should().Be("wrong-phase");
    }

    [Fact]
    public async Task What_was_written_in_time_is_taken_however_late_it_arrives()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var typed = theme.Clock.Now.AddMinutes(5);
        theme.Clock.Now = theme.Clock.Now.AddMinutes(30);
        await theme.Begin("regrouper");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(40);

        (await theme.Send(Room.Group(1), Room.Add("Tapée sans réseau") with { At = typed }))[0].Code.Should().BeNull();
        (await theme.Send(Room.Group(1), Room.Add("Tapée maintenant")).RefusalOf()).Should().Be("wrong-phase");
    }

    [Fact]
    public async Task Someone_who_was_typing_when_the_phase_ended_has_two_minutes_to_send_it()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(30);
        await theme.Begin("regrouper");

        theme.Clock.Now = theme.Clock.Now.AddMinutes(2);
        (await theme.Send(Room.Group(1), Room.Add("À temps")))[0].Code.Should().BeNull();
        theme.Clock.Now = theme.Clock.Now.AddSeconds(1);
        (await theme.Send(Room.Group(1), Room.Add("Trop tard")).RefusalOf()).Should().Be("wrong-phase");
    }

    [Fact]
    public async Task Two_who_change_one_note_both_keep_their_words()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var add = Room.Add("Bus rares");
        await theme.Send(Room.Group(1), add);

        await theme.Send(Room.Group(1, badge: 1), Room.Edit(add.Note!.Value, "Bus rares le soir", version: 1));
        var second = await theme.Send(Room.Group(1, badge: 2), Room.Edit(add.Note.Value, "Bus rares en zone rurale", version: 1));

        second[0].Code.Should().Be("conflict");
        second[0].Current!.Text.Should().Be("Bus rares le soir");
        (await theme.Send(Room.Group(1, badge: 2), Room.Edit(add.Note.Value, "Bus rares le soir et en zone rurale", version: 2)))[0].Code.Should().BeNull();
        (await theme.Database.ReadAsync<string>("SELECT event FROM operation WHERE kind LIKE 'note.%' ORDER BY sequence", null, default))
            .Should().HaveCount(3, "each version is in the log").And.Contain(told => told.Contains("Bus rares le soir\""));
    }

    [Fact]
    public async Task Another_group_s_note_and_one_of_another_board_are_out_of_reach()
    {
        await using var theme = new TestTheme("mobility");
        await using var other = new TestTheme("rupture");
        await theme.Begin("ecrire");
        await other.Begin("ecrire");
        var add = Room.Add("La nôtre");
        await theme.Send(Room.Group(1), add);

        (await theme.Send(Room.Group(2), Room.Edit(add.Note!.Value, "Pas la leur")).RefusalOf()).Should().Be("not-yours");
        (await theme.Send(Room.Group(2), new BoardOperation(Guid.NewGuid(), "note.delete") { Note = add.Note }).RefusalOf()).Should().Be("not-yours");
        (await other.Send(Room.Group(1), Room.Edit(add.Note.Value, "D’ailleurs")).RefusalOf()).Should().Be("gone");
        (await theme.Board()).Notes.Single().Text.Should().Be("La nôtre");
    }

    [Fact]
    public async Task What_one_did_can_be_undone_until_someone_else_has_built_on_it()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var add = Room.Add("Bus rares");
        var edit = Room.Edit(add.Note!.Value, "Bus rares le soir");
        var delete = new BoardOperation(Guid.NewGuid(), "note.delete") { Note = add.Note };
        await theme.Send(Room.Group(1), add, edit, delete);

        (await theme.Send(Room.Group(1, badge: 2), Room.Undo(delete)).RefusalOf()).Should().Be("not-yours");
        await theme.Send(Room.Group(1), Room.Undo(delete));
        (await theme.Board()).Notes.Should().ContainSingle().Which.Text.Should().Be("Bus rares le soir");

        var gather = new BoardOperation(Guid.NewGuid(), "note.move") { Note = add.Note, Column = "obstacle" };
        await theme.Send(Room.Rapporteur, gather);
        (await theme.Send(Room.Group(1), Room.Undo(edit)).RefusalOf()).Should().Be("conflict");
        await theme.Send(Room.Rapporteur, Room.Undo(gather));
        (await theme.Board()).Notes.Single().Column.Should().Be("brake");
    }

    [Fact]
    public async Task Hidden_until_the_reveal_a_note_is_read_by_its_own_group_and_by_the_team_alone()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "options.choose") { Options = new BoardOptions(HidesOthers: true, Moderates: false, "group", 5) });
        await theme.Begin("ecrire");
        await theme.Send(Room.Group(1), Room.Add("Secret du groupe 1"));

        (await theme.Board(Room.Group(1, badge: 9))).Notes.Single().Text.Should().Be("Secret du groupe 1");
        (await theme.Board(Room.Rapporteur)).Notes.Single().Hidden.Should().BeFalse();
        (await theme.Board(Room.Group(2))).Notes.Single().Should().Match<BoardNote>(note => note.Hidden && note.Text == "");
        (await theme.Board()).Notes.Single().Text.Should().BeEmpty();
        (await theme.Database.ReadOneAsync<string>("SELECT masked FROM operation WHERE kind = 'note.add'", null, default)).Should().NotContain("Secret");

        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "options.choose") { Options = new BoardOptions(false, false, "group", 5) });
        (await theme.Board(Room.Group(2))).Notes.Single().Text.Should().Be("Secret du groupe 1");
    }

    [Fact]
    public async Task Moderated_a_note_waits_for_the_team()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "options.choose") { Options = new BoardOptions(false, Moderates: true, "group", 5) });
        await theme.Begin("ecrire");
        var add = Room.Add("À relire");
        await theme.Send(Room.Group(1), add);

        (await theme.Board(Room.Group(2))).Notes.Single().Hidden.Should().BeTrue();
        (await theme.Send(Room.Group(1), new BoardOperation(Guid.NewGuid(), "note.approve") { Note = add.Note }).RefusalOf()).Should().Be("not-allowed");
        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.approve") { Note = add.Note });
        (await theme.Board(Room.Group(2))).Notes.Single().Text.Should().Be("À relire");
    }
}
