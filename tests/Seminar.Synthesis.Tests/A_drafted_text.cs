using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.TransversalSynthesis.Drafting;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Tests;

public sealed class A_drafted_text
{
    private static readonly IReadOnlyList<TopicItem> Items = [.. new[] { "Pas de permis", "Bus rares", "Covoiturage" }.Select((text, number) =>
        new TopicItem("one", new ContributedItem($"{number}", ItemKind.Note, Column.Brake, null, text)))];

    [Theory]
    [InlineData("Les bus sont rares [2].", "Les bus sont rares.", 0)]
    [InlineData("Les bus sont rares. [2]", "Les bus sont rares.", 0)]
    [InlineData("Ni permis ni bus [1] [2].", "Ni permis ni bus.", 0)]
    [InlineData("Ni permis ni bus [1, 2].", "Ni permis ni bus.", 0)]
    [InlineData("Il faut un tramway. Les bus sont rares [2].", "Les bus sont rares.", 1)]
    [InlineData("Les bus sont rares [7].", "", 1)]
    [InlineData("Les bus sont rares [2] [9].", "", 1)]
    [InlineData("Je ne peux pas répondre.", "", 1)]
    [InlineData("", "", 0)]
    public void Keeps_only_sentences_that_cite_what_was_given(string answer, string kept, int dropped)
    {
        var text = DraftedText.Keep(answer, Items);

        (text.Text, text.Dropped).Should().Be((kept, dropped));
    }

    [Fact]
    public void Rests_on_what_its_sentences_cite() =>
        DraftedText.Keep("Ni permis [1]. Ni bus [2]. Ni rien d'autre.", Items).Cited.Should().Equal(Items[0], Items[1]);

    [Fact]
    public void Is_asked_for_with_the_notes_and_nothing_else() =>
        DraftedText.Notes("Mobilité", Items).Should().Be("Sujet : Mobilité\n[1] Pas de permis\n[2] Bus rares\n[3] Covoiturage");
}
