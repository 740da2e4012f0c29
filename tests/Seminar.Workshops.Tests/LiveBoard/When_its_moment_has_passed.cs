using Seminar.Workshops.Board;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class When_its_moment_has_passed
{
    [Fact]
    public async Task A_note_written_in_time_on_a_device_that_was_away_is_kept_and_waits_for_the_team()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var typed = theme.Clock.Now.AddMinutes(5);
        theme.Clock.Now = theme.Clock.Now.AddMinutes(30);
        await theme.Begin("regrouper");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(40);

        var late = Room.Add("Tapée sans réseau") with { At = typed };
        (await theme.Send(Room.Group(1), late))[0].Code.Should().BeNull();

        (await theme.Board(Room.Group(2))).Notes.Single().Hidden.Should().BeTrue("that it was written in time is the device's word alone");
        (await theme.Board(Room.Group(1))).Notes.Single().Should().Match<BoardNote>(note => note.Pending && note.Text == "Tapée sans réseau");
        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.approve") { Note = late.Note });
        (await theme.Board(Room.Group(2))).Notes.Single().Text.Should().Be("Tapée sans réseau");
    }

    [Fact]
    public async Task Nothing_else_is_done_on_the_word_of_a_device()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        var add = Room.Add("Bus rares");
        await theme.Send(Room.Group(1), add);
        var within = theme.Clock.Now.AddMinutes(1);
        await theme.Begin("proposer");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(30);
        await theme.Begin("voter");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(30);

        foreach (var operation in new[]
        {
            Room.Edit(add.Note!.Value, "Autre chose"), new BoardOperation(Guid.NewGuid(), "note.delete") { Note = add.Note },
            new BoardOperation(Guid.NewGuid(), "note.move") { Note = add.Note, Column = "success" }, Room.Propose("Trop tard"), Room.Undo(add),
        })
        {
            (await theme.Send(Room.Group(1), operation with { At = within }).RefusalOf()).Should().Be("wrong-phase", operation.Kind);
        }
    }

    [Fact]
    public async Task The_server_s_clock_set_back_keeps_nobody_out_of_the_phase_that_runs()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("accueil");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(25);
        await theme.Begin("ecrire");
        theme.Clock.Now = theme.Clock.Now.AddHours(-1);

        (await theme.Send(Room.Group(1), Room.Add("Bus rares") with { At = theme.Clock.Now }))[0].Code.Should().BeNull();
        await theme.Begin("regrouper");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(3);
        (await theme.Send(Room.Group(1), Room.Add("Trop tard")).RefusalOf()).Should().Be("wrong-phase");
    }

    [Fact]
    public async Task Changed_by_its_group_a_note_that_was_let_through_is_read_by_the_team_again()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "options.choose") { Options = BoardOptions.Usual with { Moderates = true } });
        await theme.Begin("ecrire");
        var add = Room.Add("Convenable");
        await theme.Send(Room.Group(1), add);
        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.approve") { Note = add.Note });

        await theme.Send(Room.Group(1), Room.Edit(add.Note!.Value, "Blessant"));
        (await theme.Board(Room.Group(2))).Notes.Single().Should().Match<BoardNote>(note => note.Hidden && note.Text == "");

        await theme.Send(Room.Rapporteur, Room.Edit(add.Note.Value, "Relu"), new BoardOperation(Guid.NewGuid(), "note.approve") { Note = add.Note });
        (await theme.Board(Room.Group(2))).Notes.Single().Text.Should().Be("Relu");
    }
}
