using Seminar.Contracts.Workshops;
using Seminar.Topics.Detection;
using Seminar.Topics.Lexicons;

namespace Seminar.Topics.Tests;

public sealed class The_lexicon
{
    [Theory]
    [InlineData("permis", "Absence des permis", true)]
    [InlineData("code de la route", "Le code de la route fait peur", true)]
    [InlineData("code de la route", "La route vers le code", false)]
    [InlineData("simplifi*", "Simplification attendue", true)]
    [InlineData("exigence|attente + entreprise", "Entreprises aux attentes élevées", true)]
    [InlineData("exigence|attente + entreprise", "Attentes des familles", false)]
    [InlineData("formation !conseiller", "Formation des conseillers", false)]
    [InlineData("former + @pro", "Former davantage d'éducateurs", true)]
    public void Reads_its_cues_as_people_write_them(string cue, string note, bool told) => Tells(cue, note, Column.Brake).Should().Be(told);

    [Theory]
    [InlineData("territoire (-)", Column.Obstacle, true)]
    [InlineData("territoire (-)", Column.Strength, false)]
    [InlineData("territoire (+)", Column.Success, true)]
    [InlineData("territoire (p)", Column.Success, false)]
    public void Heeds_the_column_when_a_cue_asks_for_it(string cue, Column column, bool told) => Tells(cue, "Le territoire", column).Should().Be(told);

    [Fact]
    public void Takes_a_hint_when_another_or_the_title_says_the_same()
    {
        Tells("confiance ?, oser ?", "Manque de confiance", Column.Brake).Should().BeFalse();
        Tells("confiance ?, oser ?", "Manque de confiance pour oser", Column.Brake).Should().BeTrue();
        Tells("confiance ?, estime", "Manque de confiance", Column.Brake, "L'estime de soi").Should().BeTrue();
    }

    [Theory]
    [InlineData("de la", "ne contient aucun mot porteur de sens")]
    [InlineData("former + @inconnue", "reprend une liste inconnue : « @inconnue »")]
    public void Refuses_what_it_cannot_read_in_plain_French(string cue, string reason) =>
        FluentActions.Invoking(() => new Lexicon([new LexiconEntry("Sujet", [cue])])).Should().Throw<FormatException>().WithMessage($"*{reason}*");

    [Fact]
    public void Adds_the_words_of_a_theme_to_a_topic_that_it_knows()
    {
        var lexicon = new Lexicon([new LexiconEntry("Mobilité", ["permis"]), new LexiconEntry("mobilité", ["trottinette"])]);

        lexicon.Labels.Should().Equal("Mobilité");
    }

    [Fact]
    public void Of_the_field_is_sound()
    {
        foreach (var entries in new[] { LexiconFile.Topics, LexiconFile.Axes })
        {
            var labels = entries.Select(entry => entry.Label).ToList();
            labels.Should().OnlyHaveUniqueItems();
            labels.Select(Slug.Of).Should().OnlyHaveUniqueItems();
            entries.Should().OnlyContain(entry => entry.Cues.Count > 0);
            entries.Select(entry => entry.Counterpart).OfType<string>().Should().BeSubsetOf(labels);
            entries.SelectMany(entry => entry.Cues.GroupBy(cue => cue).Where(same => same.Skip(1).Any()).Select(same => $"{entry.Label} : {same.Key}")).Should().BeEmpty("no cue is said twice");
            FluentActions.Invoking(() => new Lexicon(entries)).Should().NotThrow();
        }
    }

    private static bool Tells(string cues, string note, Column column, string? title = null)
    {
        var index = new TopicIndex(new Lexicon([new LexiconEntry("Sujet", cues.Split(", "))]), new Lexicon([]));
        var notes = Enumerable.Range(0, 3).Select(number => new ContributedItem($"{number}", ItemKind.Note, column, title, note)).ToList();
        index.Set([("one", notes), ("two", notes)]);
        return index.Find().Topics.Any(topic => topic.Label == "Sujet");
    }
}
