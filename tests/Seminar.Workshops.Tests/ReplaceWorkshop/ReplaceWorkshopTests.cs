using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Tests;

public class ReplaceWorkshopTests
{
    [Fact]
    public async Task A_refused_import_leaves_the_workshop_as_it_was()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Replace(Documents.Sound);

        var outcome = await theme.Replace(Documents.Sound with { Title = "Autre", Number = 0 });

        outcome.Accepted.Should().BeFalse();
        Documents.ToJson(await theme.Get()).Should().Be(Documents.ToJson(Documents.Sound));
    }

    [Fact]
    public async Task An_import_replaces_everything_of_the_previous_one()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Replace(Seeds.Document("mobility"));

        await theme.Replace(Documents.Sound);

        Documents.ToJson(await theme.Get()).Should().Be(Documents.ToJson(Documents.Sound));
    }

    [Fact]
    public async Task An_interrupted_import_leaves_the_workshop_as_it_was()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Replace(Documents.Sound);

        var import = () => theme.Database.WriteAsync<bool>(
            connection =>
            {
                WriteWorkshop.Replace(connection, Seeds.Document("mobility"));
                throw new IOException("power cut");
            },
            CancellationToken.None);

        await import.Should().ThrowAsync<IOException>();
        Documents.ToJson(await theme.Get()).Should().Be(Documents.ToJson(Documents.Sound));
    }

    [Fact]
    public async Task A_theme_refuses_the_workshop_of_another()
    {
        await using var theme = new TestTheme("rupture");

        var outcome = await theme.Replace(Documents.Sound);

        outcome.Refusals.Should().Equal(new Contracts.Refusal(
            "$.theme", "Le document est celui de la thématique «\u00A0mobility\u00A0»\u00A0; «\u00A0rupture\u00A0» est attendu."));
        (await theme.Get()).Should().BeNull();
    }
}
