using CsCheck;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Tests;

public class ImportEqualsExportTests
{
    [Fact]
    public async Task Any_workshop_that_is_accepted_comes_back_equal_whatever_was_there_before()
    {
        await using var theme = new TestTheme("mobility");

        await RandomWorkshops.Of(RandomWorkshops.Sentence).SampleAsync(
            async document =>
            {
                var json = Documents.ToJson(document);
                var read = ReadWorkshopJson.Read(json);
                read.Refusals.Should().BeEmpty();

                (await theme.Replace(read.Document!)).Refusals.Should().BeEmpty();

                Documents.ToJson(await theme.Get()).Should().Be(json);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task Any_workshop_comes_back_equal_piece_by_piece()
    {
        await using var theme = new TestTheme("mobility");

        await RandomWorkshops.Of(RandomWorkshops.Sentence).SampleAsync(
            async document =>
            {
                (await theme.Replace(document)).Refusals.Should().BeEmpty();

                var pieces = await (await theme.Stream()).ToListAsync();

                Documents.ToJson(pieces.OfType<WorkshopFrame>().Single().Document with
                {
                    Board = [.. pieces.OfType<ColumnPiece>().Select(column => new BoardColumn(column.Column, [.. pieces.OfType<HeadingPiece>().Where(heading => heading.Column == column.Column).OrderBy(heading => heading.Number).Select(heading => heading.Heading)]))],
                    Plan = [.. pieces.OfType<AxisPiece>().OrderBy(axis => axis.Number).Select(axis => axis.Axis)],
                    Quotes = [.. pieces.OfType<QuotePiece>().OrderBy(quote => quote.Number).Select(quote => quote.Quote)],
                }).Should().Be(Documents.ToJson(document));
            },
            iter: 50,
            threads: 1);
    }

    [Fact]
    public async Task A_reader_who_stops_half_way_holds_nothing_up()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Replace(Seeds.Document("mobility"));

        for (var round = 0; round < 20; round++)
        {
            await foreach (var piece in await theme.Stream())
            {
                piece.Should().BeOfType<WorkshopFrame>();
                break;
            }
        }

        (await (await theme.Stream()).CountAsync()).Should().Be(1 + 4 + 11 + 4 + 1, "frame, columns, headings, axes and the quote");
    }
}
