using System.Text.Json.Nodes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Tests.LiveBoard;

namespace Seminar.Workshops.Tests;

public class GetWorkshopTests
{
    public static TheoryData<string> Themes => [.. Seeds.Keys];

    [Fact]
    public async Task A_new_theme_has_no_workshop_and_nothing_to_check()
    {
        await using var theme = new TestTheme("mobility");

        (await theme.Get()).Should().BeNull();
        (await theme.Check(new Dictionary<string, string>())).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_written_on_a_board_alone_is_a_workshop_under_the_name_of_its_theme()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Begin("ecrire");
        await theme.Send(LiveBoard.Room.Group(1), LiveBoard.Room.Add("Aucun bus après dix-huit heures"));

        var workshop = await theme.Get();

        workshop!.Title.Should().Be(theme.Identity.Name);
        (workshop.Theme, workshop.Number, workshop.Attendance.ReportedTotal).Should().Be(("mobility", 1, 0));
        workshop.Board.Should().ContainSingle().Which.Headings.Should().ContainSingle().Which.Notes.Should().Equal("Aucun bus après dix-huit heures");
        (await (await theme.Stream()).ToListAsync()).OfType<WorkshopFrame>().Should().ContainSingle().Which.Document.Title.Should().Be(workshop.Title);
        await using var other = new TestTheme("mobility");
        (await other.Replace(workshop)).Refusals.Should().BeEmpty("its export can be taken back");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task A_seed_file_comes_back_exactly_as_it_was_imported(string key)
    {
        await using var theme = new TestTheme(key);

        (await theme.Replace(Seeds.Document(key))).Refusals.Should().BeEmpty();

        var exported = Documents.ToNode(await theme.Get());
        JsonNode.DeepEquals(exported, JsonNode.Parse(Seeds.Text(key))).Should().BeTrue();
    }

    [Fact]
    public async Task The_figures_of_the_seminar_are_those_of_its_source()
    {
        var workshops = new List<WorkshopDocument>();
        foreach (var key in Seeds.Keys)
        {
            await using var theme = new TestTheme(key);
            await theme.Replace(Seeds.Document(key));
            workshops.Add((await theme.Get())!);
        }

        int Notes(Column column) =>
            workshops.Sum(workshop => workshop.Board.Where(one => one.Column == column).Sum(one => one.Headings.Sum(heading => heading.Notes.Count)));

        Enum.GetValues<Column>().Select(Notes).Should().Equal(117, 87, 94, 64);
        workshops.Sum(workshop => workshop.Plan.Count).Should().Be(35);
        workshops.Sum(workshop => workshop.Plan.Sum(axis => axis.Proposals.Count)).Should().Be(97);
        workshops.Sum(workshop => workshop.Quotes.Count).Should().Be(9);
        workshops.Sum(workshop => workshop.Attendance.Counted()).Should().Be(488);
        workshops.Sum(workshop => workshop.Attendance.ReportedTotal).Should().Be(487);
    }
}
