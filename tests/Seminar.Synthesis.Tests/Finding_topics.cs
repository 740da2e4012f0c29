using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.TransversalSynthesis.Finding;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Tests;

public sealed class Finding_topics : IDisposable
{
    private readonly SynthesisIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Goes_on_without_a_theme_that_fails_and_names_it()
    {
        var broken = new FakeTheme("broken", _ => throw new InvalidOperationException("non"));

        var found = await FindAsync(FakeTheme.Bringing("one", Column.Brake, "Pas de permis", "Bus rares"), FakeTheme.Bringing("two", Column.Obstacle, "Covoiturage peu connu"), broken);

        found.Findings.Topics.Should().Contain(topic => topic.Label == "Mobilité et transports");
        found.Missing.Should().Equal(new MissingTheme("broken", "a répondu par une erreur"));
    }

    [Fact]
    public async Task Asks_again_only_what_is_new()
    {
        var one = FakeTheme.Bringing("one", Column.Brake, "Pas de permis", "Bus rares");
        var two = FakeTheme.Bringing("two", Column.Obstacle, "Covoiturage peu connu");
        var first = await FindAsync(one, two);
        (await FindAsync(one, two)).Should().BeSameAs(first, "nothing has changed");

        two.Contribution = new Contribution("2", [.. two.Contribution.Items!, new ContributedItem("9", ItemKind.Note, Column.Brake, null, "Permis trop cher")]);
        var second = await FindAsync(one, two);

        second.Findings.Topics.Single(topic => topic.Label == "Mobilité et transports").Items.Should().HaveCount(4);
        (one.Contributed, two.Contributed).Should().Be((1, 2));
    }

    [Fact]
    public async Task Learns_the_words_of_a_theme_that_joins_and_forgets_them_when_it_leaves()
    {
        var one = FakeTheme.Bringing("one", Column.Brake, "Une yourte sans eau", "Yourtes interdites");
        var ninth = FakeTheme.Bringing("ninth", Column.Strength, "Tiny house prêtée par la commune");
        ninth.Description.AddTopic("Habitat léger", "yourte", "tiny house");

        (await FindAsync(one, ninth)).Findings.Topics.Single(topic => topic.Label == "Habitat léger").Themes.Should().Equal("one", "ninth");
        (await FindAsync(one)).Findings.Topics.Should().NotContain(topic => topic.Label == "Habitat léger");
    }

    [Fact]
    public async Task Leaves_out_words_that_cannot_be_read_and_says_whose_they_are()
    {
        var ninth = FakeTheme.Bringing("ninth", Column.Brake, "Pas de permis", "Permis trop cher");
        ninth.Description.AddTopic("Illisible", "de la").AddTopic("Habitat léger", "yourte");

        var found = await FindAsync(ninth, FakeTheme.Bringing("one", Column.Brake, "Permis trop long"));

        found.Faults.Should().ContainSingle().Which.Should().Contain("« ninth »").And.Contain("« Illisible »").And.Contain("« de la » ne contient aucun mot porteur de sens");
        found.Vocabulary.Labels.Should().Contain("Habitat léger").And.NotContain("Illisible");
    }

    private Task<FoundTopics> FindAsync(params FakeTheme[] themes)
    {
        var running = new FakeThemes(themes);
        return _index.FindAsync(new EveryTheme(running, NullLogger<EveryTheme>.Instance), running, CancellationToken.None);
    }
}
