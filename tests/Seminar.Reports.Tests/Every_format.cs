using System.Text;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Formats;
using Seminar.Reports.Model;
using Seminar.Reports.Outline;
using Seminar.Reports.Tests.Outlines;

namespace Seminar.Reports.Tests;

/// <summary>One document, many formats: what is read back from each is what the document says.</summary>
public sealed class Every_format
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Key)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Says_the_whole_seminar(string key)
    {
        var report = BilanOutline.Write(Sample.Whole);

        var read = OutlineOf.File(key, await ReportFormats.Find(key)!.WriteAsync(report));

        read.Should().BeEquivalentTo(OutlineOf.Model(report), options => options.WithStrictOrdering());
        read.Quotes.Should().Be(9);
        read.Charts.Should().Be(10, "attendance of each workshop and of all, and the grid of columns");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Says_an_empty_seminar(string key)
    {
        var report = BilanOutline.Write(new Bilan(null, [], IsWhole: true, [], Sample.Now));

        OutlineOf.File(key, await ReportFormats.Find(key)!.WriteAsync(report)).Should().BeEquivalentTo(OutlineOf.Model(report));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Says_what_people_wrote_and_runs_none_of_it(string key)
    {
        var report = BilanOutline.Write(Sample.Of(Sample.Workshop("mobility") with { Board = [new BoardColumn(Column.Brake, [new Heading(Malice.Title, Malice.Title, Malice.Notes)])] }));

        var file = await ReportFormats.Find(key)!.WriteAsync(report);

        OutlineOf.File(key, file).Should().BeEquivalentTo(OutlineOf.Model(report), options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Html_holds_no_script_and_asks_for_nothing_elsewhere()
    {
        var report = BilanOutline.Write(Sample.Of(Sample.Workshop("mobility") with { Title = Malice.Title, Board = [new BoardColumn(Column.Brake, [new Heading(Malice.Title, null, Malice.Notes)])] }));

        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Encoding.UTF8.GetString(await ReportFormats.Find("html")!.WriteAsync(report)));

        page.QuerySelectorAll("script, link, img, iframe, object").Should().BeEmpty();
        page.QuerySelectorAll("[src], [onerror], [onclick], [style]").Should().BeEmpty();
        page.QuerySelectorAll("a").Should().OnlyContain(link => link.GetAttribute("href")!.StartsWith('#'));
        page.QuerySelectorAll("style").Should().ContainSingle();
        page.DocumentElement.GetAttribute("lang").Should().Be("fr");
        page.Body!.TextContent.Should().Contain("<script>alert(1)</script>");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Stops_when_it_is_cancelled(string key)
    {
        var report = BilanOutline.Write(Sample.Whole);
        using var output = new MemoryStream();

        await ReportFormats.Find(key)!.Invoking(format => format.WriteAsync(report, output, new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Draws_every_kind_of_block()
    {
        var kinds = typeof(ReportBlock).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReportBlock)));

        BilanOutline.Write(Sample.Whole).AllSections().SelectMany(section => section.Blocks).Select(block => block.GetType()).Distinct()
            .Should().BeEquivalentTo(kinds, "what the tests above compare must hold all that a theme may send");
    }
}
