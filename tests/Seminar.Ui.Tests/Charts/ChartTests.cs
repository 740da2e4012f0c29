using Bunit;
using Seminar.Contracts.Workshops;

namespace Seminar.Ui.Tests.Charts;

public sealed class ChartTests : BunitContext
{
    private static readonly AttendanceBar[] Bars =
    [
        new("Mobilité", "/ateliers/mobilite", new Attendance(Jeunes: 1, Partenaires: 24, MissionsLocales: 29, ReportedTotal: 53)),
        new("Orientation", null, new Attendance(Jeunes: 4, Partenaires: 41, MissionsLocales: 26, ReportedTotal: 71)),
        new("Vide", null, new Attendance(0, 0, 0, 0)),
    ];

    [Fact]
    public void The_table_under_the_attendance_chart_holds_the_same_figures()
    {
        var chart = Render<AttendanceChart>(p => p.Add(c => c.Bars, Bars));

        chart.FindAll("table tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))
            .Should().Equal("Mobilité|29|24|1|54", "Orientation|26|41|4|71", "Vide|0|0|0|0");
    }

    [Fact]
    public void Each_bar_says_its_figures_with_a_letter_and_aloud()
    {
        var bars = Render<AttendanceChart>(p => p.Add(c => c.Bars, Bars)).FindAll("svg[role=img]");

        bars[0].GetAttribute("aria-label").Should().Be("Mobilité\u00A0: Mission Locale 29, Partenaire 24, Jeune 1");
        bars[0].TextContent.Should().Contain("ML\u00A029").And.Contain("P\u00A024").And.Contain("J\u00A01");
    }

    [Fact]
    public void A_workshop_without_anyone_draws_an_empty_bar() =>
        Render<AttendanceChart>(p => p.Add(c => c.Bars, [Bars[2]])).FindAll("rect").Should().BeEmpty();

    [Fact]
    public void The_grid_adds_up_in_both_directions_and_each_cell_leads_to_its_column()
    {
        var grid = Render<ColumnGrid>(p => p.Add(c => c.Rows,
            [new ColumnGridRow("Mobilité", "/ateliers/mobilite", "a", 11, 6, 10, 9), new ColumnGridRow("Engagement", "/ateliers/engagement", "b", 27, 19, 25, 6)]));

        grid.FindAll("tbody td.total").Select(cell => cell.TextContent.Trim()).Should().Equal("36", "77");
        grid.FindAll("tfoot td").Select(cell => cell.TextContent.Trim()).Should().Equal("38", "25", "35", "15", "113");
        grid.FindAll("tbody tr:first-child .cell").Select(cell => cell.GetAttribute("href")).Should()
            .Equal("/ateliers/mobilite#reussites", "/ateliers/mobilite#forces", "/ateliers/mobilite#freins", "/ateliers/mobilite#obstacles");
    }
}
