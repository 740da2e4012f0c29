using Seminar.Workshops.Features.FindLikeNotes;

namespace Seminar.Workshops.Tests.LiveBoard;

public sealed class NotesThatLookAlike
{
    [Fact]
    public void Are_those_that_share_their_stems_whatever_their_endings_and_accents()
    {
        (Guid Id, string Text)[] notes =
        [
            (Guid.NewGuid(), "Les bus ne passent pas le dimanche"), (Guid.NewGuid(), "Pas de bus les dimanches"),
            (Guid.NewGuid(), "Le permis coûte trop cher"), (Guid.NewGuid(), "Le coût du permis"), (Guid.NewGuid(), "Des horaires mal connus"), (Guid.NewGuid(), ""),
        ];

        Likeness.Pairs(notes).Select(pair => (pair.First, pair.Second)).Should().Contain((notes[0].Id, notes[1].Id)).And.NotContain(pair => pair.First == notes[4].Id || pair.Second == notes[4].Id);
    }

    [Fact]
    public async Task Are_proposed_and_never_merged_by_themselves()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Send(Room.Leader, Room.Add("Garage solidaire"), Room.Add("Garages solidaires"), Room.Add("Garage solidaire", "success"));

        var pairs = await new FindLikeNotesHandler(theme.Database).Handle(new FindLikeNotes(), default);

        pairs.Should().ContainSingle("columns are apart").Which.Likeness.Should().BeGreaterThan(0.9);
        (await theme.Board()).Notes.Should().HaveCount(3).And.OnlyContain(note => note.MergedInto == null);
    }
}
