using Seminar.Contracts.Reports;
using Seminar.Reports.Model;
using Seminar.Reports.Outline;

namespace Seminar.Reports.Tests;

/// <summary>What the document says, and in which order, whatever the format.</summary>
public sealed class Bilan_in_the_outline_of_the_network
{
    [Fact]
    public void A_chapter_says_everything_in_the_order_of_the_network()
    {
        var chapter = BilanOutline.Write(Sample.Of(Sample.Workshop("mobility"))).Sections.Single();

        chapter.Title.Should().Be("Agir sur la mobilité des jeunes");
        chapter.Sections.Select(section => section.Title).Should().Equal(
            "Contexte et questions", "Équipe", "Témoins", "Participants", "Réussites", "Forces", "Freins", "Obstacles", "Synthèse de l’atelier", "Plan d’action", "Citations");
        chapter.Sections[4].Sections.Select(section => $"{section.Number} {section.Title}").Should().Equal(
            "1.5.1 Les aides et les actions existantes", "1.5.2 Développement de l’autonomie et de l’indépendance des jeunes", "1.5.3 La mobilité internationale");
        chapter.Sections[4].Sections[2].Blocks[0].Should().Be(new ReportText("Elle apporte ouverture d’esprit et découverte, et favoriserait la réussite future des jeunes.", ReportTone.Intro));
    }

    [Fact]
    public void The_discrepancy_of_the_head_count_is_a_remark()
    {
        var participants = BilanOutline.Write(Sample.Of(Sample.Workshop("mobility"))).AllSections().Single(section => section.Title == "Participants");

        participants.Blocks.OfType<ReportText>().Should().ContainSingle().Which
            .Should().Be(new ReportText("Écart à vérifier\u00A0: le total annoncé est 53, la somme des familles donne 54.", ReportTone.Remark));
    }

    [Fact]
    public void Counts_all_that_the_seminar_said()
    {
        var sections = BilanOutline.Write(Sample.Whole).AllSections().ToList();

        sections.Where(section => section.Level == 3 && !section.Title.StartsWith("Axe", StringComparison.Ordinal)).SelectMany(section => section.Blocks).OfType<ReportList>().Sum(list => list.Items.Count).Should().Be(362);
        sections.Where(section => section.Title.StartsWith("Axe\u00A0", StringComparison.Ordinal)).Should().HaveCount(35);
        sections.Where(section => section.Title.StartsWith("Axe\u00A0", StringComparison.Ordinal)).SelectMany(section => section.Blocks).OfType<ReportList>().Sum(list => list.Items.Count).Should().Be(97);
    }

    [Fact]
    public void A_theme_that_is_off_is_absent_and_the_numbering_follows()
    {
        var without = Sample.Whole with { Chapters = [.. Sample.Chapters.Where(chapter => chapter.Theme.Key != "mobility")], Missing = ["La thématique « Mobilité » est désactivée."] };

        var report = BilanOutline.Write(without);

        report.Sections.Select(section => section.Number).Should().Equal("1", "2", "3", "4", "5", "6", "7", "8");
        report.Sections[1].Title.Should().StartWith("Orientation");
        report.Sections[^1].Title.Should().Be("Synthèse transversale");
        report.Standing.Should().Contain("La thématique «\u00A0Mobilité\u00A0» est désactivée.");
        report.AllSections().Should().NotContain(section => section.Title.Contains("mobilité des jeunes"));
    }

    [Fact]
    public void What_a_theme_adds_comes_after_its_quotes()
    {
        var chapter = Sample.Chapters[1] with { Content = Sample.Chapters[1].Content with { Sections = [new ReportSection("Veille", [new ReportText("Trois dispositifs.")]), new ReportSection("Vide", [])] } };

        BilanOutline.Write(Sample.Whole with { Chapters = [chapter] }).Sections[0].Sections.Select(section => section.Title)
            .Should().EndWith(["Citations", "Veille"]);
    }

    [Theory]
    [InlineData(ReportState.Draft, null, "Brouillon.")]
    [InlineData(ReportState.InReview, 2, "En relecture, après la version\u00A02 du 23\u00A0novembre 2026 à 10:00.")]
    [InlineData(ReportState.Published, 3, "Version\u00A03, publiée le 23\u00A0novembre 2026 à 10:00.")]
    public void The_cover_says_where_it_stands(ReportState state, int? version, string sentence)
    {
        var chapter = Sample.Chapters[0] with { Content = Sample.Chapters[0].Content with { Standing = new ReportStanding(state, version, version is null ? null : Sample.Now) } };

        BilanOutline.Write(new Bilan(Sample.Seminar, [chapter], IsWhole: false, [], Sample.Now)).Standing.Should().Equal("Édité le 23\u00A0novembre 2026 à 10:00.", sentence);
    }
}
