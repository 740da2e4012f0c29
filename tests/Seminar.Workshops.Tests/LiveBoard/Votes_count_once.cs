using Seminar.Workshops.Board;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class Votes_count_once
{
    [Fact]
    public async Task Once_the_results_are_known_nobody_votes_not_even_the_team()
    {
        await using var theme = new TestTheme("mobility");
        var proposal = await BeginAsync(theme, "group");
        await theme.Send(Room.Group(1), Room.Vote(proposal, 2));
        (await theme.Send(Room.Leader, Room.Vote(proposal, 1)))[0].Code.Should().BeNull("the team may vote with the others");
        theme.Clock.Now = theme.Clock.Now.AddMinutes(5);
        await theme.Begin("restituer");

        foreach (var late in new[] { Room.Leader, Room.Rapporteur, Room.Group(2) })
        {
            (await theme.Send(late, Room.Vote(proposal, 5)).RefusalOf()).Should().Be("wrong-phase");
            (await theme.Send(late, Room.Vote(proposal, 5) with { At = theme.Clock.Now.AddSeconds(1) }).RefusalOf()).Should().Be("wrong-phase");
        }

        (await theme.Board()).Results.Should().BeEquivalentTo(new Dictionary<Guid, int> { [proposal] = 3 });
    }

    [Fact]
    public async Task Those_that_were_a_moment_on_their_way_count_and_an_hour_later_none_does()
    {
        await using var theme = new TestTheme("mobility");
        var proposal = await BeginAsync(theme, "group");
        var cast = theme.Clock.Now.AddMinutes(1);
        theme.Clock.Now = theme.Clock.Now.AddMinutes(5);
        await theme.Begin("restituer");

        theme.Clock.Now = theme.Clock.Now.AddMinutes(1);
        (await theme.Send(Room.Group(1), Room.Vote(proposal, 2) with { At = cast }))[0].Code.Should().BeNull();
        theme.Clock.Now = theme.Clock.Now.AddHours(1);
        (await theme.Send(Room.Group(2), Room.Vote(proposal, 2) with { At = cast }).RefusalOf()).Should().Be("wrong-phase", "when it was cast is the device's word alone");
    }

    [Fact]
    public async Task Taking_one_s_proposal_back_gives_others_their_points_back()
    {
        await using var theme = new TestTheme("mobility");
        var first = await BeginAsync(theme, "group");
        await theme.Begin("proposer");
        var own = Room.Propose("Reprise");
        await theme.Send(Room.Group(2), own);
        await theme.Begin("voter");
        await theme.Send(Room.Group(1), Room.Vote(own.Proposal!.Value, 5));
        theme.Clock.Now = theme.Clock.Now.AddHours(1);
        (await theme.Send(Room.Group(2), Room.Undo(own)).RefusalOf()).Should().Be("wrong-phase", "it is being voted for");

        await theme.Begin("proposer");
        theme.Clock.Now = theme.Clock.Now.AddHours(1);
        (await theme.Send(Room.Group(2), Room.Undo(own)))[0].Code.Should().BeNull();
        await theme.Begin("voter");
        (await theme.Send(Room.Group(1), Room.Vote(first, 5)))[0].Code.Should().BeNull("its five points came back");
        (await theme.Board(Room.Group(1))).Votes.Should().BeEquivalentTo(new Dictionary<Guid, int> { [first] = 5 });
    }

    [Fact]
    public async Task By_person_a_shared_tablet_is_asked_for_a_badge()
    {
        await using var theme = new TestTheme("mobility");
        var proposal = await BeginAsync(theme, "person");
        var tablet = new BoardAuthor("session:tablet", 1, null, MayContribute: false, MayLead: false);

        await theme.Send(Room.Group(1, badge: 7), Room.Vote(proposal, 5));
        var refused = await theme.Send(tablet, Room.Vote(proposal, 5));

        refused[0].Message.Should().Contain("badge");
        (await theme.Board()).Voters.Should().Be(1);
    }

    [Fact]
    public async Task Who_voted_before_having_a_group_votes_with_it_from_then_on()
    {
        await using var theme = new TestTheme("mobility");
        var proposal = await BeginAsync(theme, "group");
        await theme.Send(new BoardAuthor("session:7", null, 7, MayContribute: false, MayLead: false), Room.Vote(proposal, 5));

        await theme.Send(Room.Group(1, badge: 7), Room.Vote(proposal, 3));
        await theme.Begin("restituer");

        (await theme.Board()).Results.Should().BeEquivalentTo(new Dictionary<Guid, int> { [proposal] = 3 });
    }

    [Fact]
    public async Task Who_votes_is_not_changed_once_points_are_given()
    {
        await using var theme = new TestTheme("mobility");
        var proposal = await BeginAsync(theme, "group");
        await theme.Send(Room.Group(1, badge: 7), Room.Vote(proposal, 5));

        (await theme.Send(Room.Leader, Options("person")).RefusalOf()).Should().Be("options");
        await theme.Send(Room.Group(1, badge: 7), Room.Vote(proposal, 0));
        (await theme.Send(Room.Leader, Options("person")))[0].Code.Should().BeNull();
    }

    private static BoardOperation Options(string votesBy) => new(Guid.NewGuid(), "options.choose") { Options = BoardOptions.Usual with { VotesBy = votesBy } };

    /// <summary>A vote runs on one proposal.</summary>
    private static async Task<Guid> BeginAsync(TestTheme theme, string votesBy)
    {
        await theme.Send(Room.Leader, Options(votesBy));
        await theme.Begin("proposer");
        var proposal = Room.Propose("Une navette");
        await theme.Send(Room.Group(9), proposal);
        await theme.Begin("voter");
        return proposal.Proposal!.Value;
    }
}
