using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class GatheringAndVoting
{
    [Fact]
    public async Task A_workshop_played_to_its_end_is_a_document_of_the_seed_format()
    {
        await using var theme = new TestTheme("mobility");
        (await theme.Replace(Documents.Sound with { Theme = "mobility", Board = [], Plan = [] })).Accepted.Should().BeTrue();
        await theme.Begin("ecrire");
        var bus = Room.Add("Bus rares", "brake");
        var car = Room.Add("Pas de bus", "brake");
        var permit = Room.Add("Permis cher", "obstacle");
        await theme.Send(Room.Group(1), bus, permit, Room.Add("Garage solidaire", "success"));
        await theme.Send(Room.Group(2), car);

        await theme.Begin("regrouper");
        var heading = new BoardOperation(Guid.NewGuid(), "heading.add") { Heading = Guid.NewGuid(), Column = "brake", Title = "Transports", Intro = "Ce qui manque." };
        await theme.Send(
            Room.Rapporteur, heading, new BoardOperation(Guid.NewGuid(), "note.gather") { Notes = [bus.Note!.Value, car.Note!.Value], Heading = heading.Heading },
            new BoardOperation(Guid.NewGuid(), "note.merge") { Notes = [car.Note.Value], Into = bus.Note });
        await theme.Begin("proposer");
        var axis = new BoardOperation(Guid.NewGuid(), "axis.add") { Axis = Guid.NewGuid(), Title = "Se déplacer" };
        var proposal = Room.Propose("Un covoiturage organisé", bus.Note.Value);
        await theme.Send(Room.Group(2), proposal);
        await theme.Send(Room.Rapporteur, axis, new BoardOperation(Guid.NewGuid(), "proposal.arrange") { Proposal = proposal.Proposal, Axis = axis.Axis });

        var document = await theme.Get();
        document!.Board.Should().BeEquivalentTo(
            [
                new BoardColumn(Column.Success, [new Heading("Autres notes", null, ["Garage solidaire"])]),
                new BoardColumn(Column.Brake, [new Heading("Transports", "Ce qui manque.", ["Bus rares"])]),
                new BoardColumn(Column.Obstacle, [new Heading("Autres notes", null, ["Permis cher"])]),
            ],
            options => options.WithStrictOrdering());
        document.Plan.Should().BeEquivalentTo([new Axis("Se déplacer", ["Un covoiturage organisé"])]);

        await using var copy = new TestTheme("mobility");
        (await copy.Replace(document)).Accepted.Should().BeTrue();
        (await copy.Get()).Should().BeEquivalentTo(document);
    }

    [Fact]
    public async Task Merged_notes_keep_their_trace_and_are_split_again()
    {
        await using var theme = new TestTheme("mobility");
        Guid[] notes = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await theme.Send(Room.Leader, [.. notes.Select((note, index) => Room.Add($"Note {index}", note: note))]);

        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.merge") { Notes = [notes[2]], Into = notes[1] });
        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.merge") { Notes = [notes[1]], Into = notes[0] });
        (await theme.Board()).Notes.Where(note => note.MergedInto == notes[0]).Select(note => note.Id).Should().BeEquivalentTo([notes[1], notes[2]]);

        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.split") { Note = notes[2] });
        (await theme.Board()).Notes.Single(note => note.Id == notes[2]).MergedInto.Should().BeNull();
        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.delete") { Note = notes[0] });
        (await theme.Board()).Notes.Should().HaveCount(2).And.OnlyContain(note => note.MergedInto == null);
    }

    [Fact]
    public async Task Notes_are_put_in_order_under_a_heading_and_stay_when_it_goes()
    {
        await using var theme = new TestTheme("mobility");
        Guid[] notes = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await theme.Send(Room.Leader, [.. notes.Select((note, index) => Room.Add($"Note {index}", note: note))]);
        var heading = new BoardOperation(Guid.NewGuid(), "heading.add") { Heading = Guid.NewGuid(), Column = "strength", Title = "Ici" };
        await theme.Send(Room.Rapporteur, heading, new BoardOperation(Guid.NewGuid(), "note.gather") { Notes = [notes[0], notes[1]], Heading = heading.Heading });

        await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "note.gather") { Notes = [notes[2]], Heading = heading.Heading, Into = notes[0] });
        var gathered = (await theme.Board()).Notes.Where(note => note.Heading == heading.Heading).OrderBy(note => note.Position).ToList();
        gathered.Select(note => note.Id).Should().Equal(notes[2], notes[0], notes[1]);
        gathered.Should().OnlyContain(note => note.Column == "strength");

        var delete = new BoardOperation(Guid.NewGuid(), "heading.delete") { Heading = heading.Heading };
        await theme.Send(Room.Rapporteur, delete);
        (await theme.Board()).Notes.Should().HaveCount(3).And.OnlyContain(note => note.Heading == null);
        await theme.Send(Room.Rapporteur, Room.Undo(delete));
        (await theme.Board()).Notes.Should().OnlyContain(note => note.Heading == heading.Heading);
    }

    [Fact]
    public async Task Gathering_and_phases_are_the_team_s()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        foreach (var kind in new[] { "heading.add", "note.gather", "note.merge", "axis.add", "phase.start", "phase.extend", "method.arrange", "options.choose" })
        {
            (await theme.Send(Room.Group(1), new BoardOperation(Guid.NewGuid(), kind)).RefusalOf()).Should().Be("not-allowed", kind);
        }

        (await theme.Send(Room.Rapporteur, new BoardOperation(Guid.NewGuid(), "phase.start") { Phase = "voter" }).RefusalOf()).Should().Be("not-allowed");
        (await theme.Send(Room.Group(1), new BoardOperation(Guid.NewGuid(), "dance")).RefusalOf()).Should().Be("kind");
    }

    [Fact]
    public async Task Votes_have_a_budget_stay_secret_until_the_close_and_can_be_taken_back()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("proposer");
        var (first, second) = (Room.Propose("Première"), Room.Propose("Seconde"));
        await theme.Send(Room.Group(1), first, second);
        (await theme.Send(Room.Group(1), Room.Vote(first.Proposal!.Value, 1)).RefusalOf()).Should().Be("wrong-phase");
        await theme.Begin("voter");

        await theme.Send(Room.Group(1, badge: 1), Room.Vote(first.Proposal.Value, 4));
        (await theme.Send(Room.Group(1, badge: 2), Room.Vote(second.Proposal!.Value, 2)).RefusalOf()).Should().Be("budget", "the group has one budget");
        await theme.Send(Room.Group(1, badge: 2), Room.Vote(first.Proposal.Value, 1), Room.Vote(second.Proposal.Value, 4));
        await theme.Send(Room.Group(2), Room.Vote(second.Proposal.Value, 3));

        (await theme.Board(Room.Leader)).Should().Match<Seminar.Workshops.Features.ReadBoard.BoardState>(board => board.Results == null && board.Voters == 2);
        (await theme.Board(Room.Group(1))).Votes.Should().BeEquivalentTo(new Dictionary<Guid, int> { [first.Proposal.Value] = 1, [second.Proposal.Value] = 4 });
        (await theme.Database.ReadAsync<string>("SELECT event FROM operation WHERE kind = 'vote'", null, default)).Should().NotContain(told => told.Contains("dots"));
        await theme.Begin("restituer");
        (await theme.Board()).Results.Should().BeEquivalentTo(new Dictionary<Guid, int> { [first.Proposal.Value] = 1, [second.Proposal.Value] = 7 });
    }

    [Fact]
    public async Task By_person_each_badge_has_its_own_budget()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "options.choose") { Options = new BoardOptions(false, false, "person", 2) });
        await theme.Begin("proposer");
        var proposal = Room.Propose("Une");
        await theme.Send(Room.Group(1), proposal);
        await theme.Begin("voter");

        await theme.Send(Room.Group(1, badge: 1), Room.Vote(proposal.Proposal!.Value, 2));
        await theme.Send(Room.Group(1, badge: 2), Room.Vote(proposal.Proposal.Value, 2));

        (await theme.Board()).Voters.Should().Be(2);
    }

    [Fact]
    public async Task The_clock_is_corrected_and_the_method_is_arranged()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");

        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "phase.extend") { Minutes = 5 });
        (await theme.Board()).Method.Clock!.EndsAt.Should().Be(theme.Clock.Now.AddMinutes(35));
        (await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "phase.extend") { Minutes = 500 }).RefusalOf()).Should().Be("minutes");

        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "method.arrange") { Phases = [new BoardPhase("a", "write", "Écrire", "", 10), new BoardPhase("b", "vote", "Voter", "", 5)] });
        (await theme.Board()).Method.Phases.Should().HaveCount(2);
        (await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "method.arrange") { Phases = [new BoardPhase("a", "dance", "Danser", "", 10)] }).RefusalOf()).Should().Be("phases");
    }

    [Fact]
    public async Task A_group_calls_for_help_and_is_answered()
    {
        await using var theme = new TestTheme("mobility");

        await theme.Send(Room.Group(3), new BoardOperation(Guid.NewGuid(), "help.call"));
        (await theme.Board(Room.Leader)).Calls.Should().ContainSingle().Which.Group.Should().Be(3);
        (await theme.Board(Room.Group(4))).Calls.Should().BeEmpty();
        (await theme.Send(Room.Group(4), new BoardOperation(Guid.NewGuid(), "help.answer") { Group = 3 }).RefusalOf()).Should().Be("not-allowed");
        await theme.Send(Room.Leader, new BoardOperation(Guid.NewGuid(), "help.answer") { Group = 3 });
        (await theme.Board(Room.Leader)).Calls.Should().BeEmpty();
    }
}
