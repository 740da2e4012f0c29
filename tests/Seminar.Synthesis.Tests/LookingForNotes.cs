using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.Notes;
using Seminar.Contracts.Reference;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Tests;

public sealed class LookingForNotes
{
    private readonly ShowNotesHandler _notes = new(new EveryTheme(
        new FakeThemes(
            FakeTheme.With("first", (Column.Success, "Les aides", ["Permis financé", "Vélos prêtés"]), (Column.Brake, "La mobilité", ["Bus rares"])),
            FakeTheme.With("second", (Column.Brake, "Divers", ["Manque de mobilité"]))),
        NullLogger<EveryTheme>.Instance));

    [Theory]
    [InlineData(null, null, 4)]
    [InlineData("freins", null, 2)]
    [InlineData("reussites", "velo", 1)]
    [InlineData(null, "MOBILITE", 2)]
    [InlineData("forces", null, 0)]
    [InlineData("inconnue", null, 4)]
    [InlineData(null, "%", 0)]
    public async Task Finds_them_by_column_and_by_words_of_note_or_heading_whatever_case_and_accents(string? column, string? text, int expected) =>
        (await _notes.Handle(new ShowNotes(column, text, WorkshopReader.Anyone), CancellationToken.None)).Count.Should().Be(expected);

    [Fact]
    public async Task Tells_the_place_of_each()
    {
        var found = await _notes.Handle(new ShowNotes("freins", "rares", WorkshopReader.Anyone), CancellationToken.None);

        found.Themes.Single().Notes.Should().Equal(new FoundNote(Column.Brake, 1, "La mobilité", "Bus rares"));
    }

    [Fact]
    public void The_departements_of_a_region_are_those_of_the_official_code() =>
        Departements.Of("76").Keys.Should().BeEquivalentTo("09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82");

    [Fact]
    public void An_unknown_region_has_none() => Departements.Of("").Should().BeEmpty();
}
