using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Themes;

namespace Seminar.Ui.Tests.Layout;

public sealed class SiteLayoutTests : BunitContext
{
    private readonly Site _site = new();

    public SiteLayoutTests()
    {
        Services.AddSingleton<ISite>(_site);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Theory]
    [InlineData("", "Accueil", "page")]
    [InlineData("notes?colonne=freins", "Tableau", "page")]
    [InlineData("ateliers/mobilite", "Ateliers", "true")]
    public void The_menu_marks_where_one_is(string address, string item, string kind)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var marked = Render<SiteLayout>().FindAll("[aria-current]");

        marked.Should().ContainSingle();
        marked[0].TextContent.Should().Be(item);
        marked[0].GetAttribute("aria-current").Should().Be(kind);
    }

    [Fact]
    public void Sample_data_is_named_as_such_with_the_way_to_an_empty_seminar()
    {
        _site.IsSample = true;

        Render<SiteLayout>().Find(".sample").TextContent.Should().Contain("Données d’exemple").And.Contain("--empty");
    }

    [Fact]
    public void A_seminar_of_one_s_own_is_not_called_sample_data() =>
        Render<SiteLayout>().FindAll(".sample").Should().BeEmpty();

    [Theory]
    [InlineData(typeof(StylePage))]
    [InlineData(typeof(GlossaryPage))]
    [InlineData(typeof(AccessibilityPage))]
    public void A_page_without_data_has_one_title_and_headings_in_order(Type page)
    {
        var shown = Render(builder =>
        {
            builder.OpenComponent(0, page);
            builder.CloseComponent();
        });

        var levels = shown.FindAll("h1, h2, h3, h4").Select(heading => heading.TagName[1] - '0').ToList();
        levels.Should().StartWith(1);
        levels.Count(level => level == 1).Should().Be(1);
        levels.Zip(levels.Skip(1), (before, after) => after - before).Should().NotContain(step => step > 1);
    }

    [Theory]
    [InlineData(typeof(StylePage))]
    [InlineData(typeof(GlossaryPage))]
    [InlineData(typeof(AccessibilityPage))]
    public void Nothing_of_a_page_is_held_back_by_the_security_policy_and_no_identifier_is_used_twice(Type page)
    {
        var shown = Render(builder =>
        {
            builder.OpenComponent(0, page);
            builder.CloseComponent();
        });

        shown.FindAll("[style], style, script, [onclick]").Should().BeEmpty();
        shown.FindAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
    }

    private sealed class Site : ISite
    {
        public string Title => "Un séminaire";

        public bool IsSample { get; set; }

        public string Region => "76";

        public bool IsPublished => true;

        public SiteVisitor? Visitor { get; set; }

        public IReadOnlyList<ThemeIdentity> Themes { get; } =
            [new("first", "Première", "premiere", "1.0.0", "Une thématique : un exemple.", 40, 1, null), new("second", "Seconde", "seconde", "1.0.0", "Une autre.", 220, 2, null)];
    }
}
