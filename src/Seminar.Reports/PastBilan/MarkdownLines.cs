using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Seminar.Reports.PastBilan;

/// <summary>Markdown, read by Markdig.</summary>
internal static class MarkdownLines
{
    private const int MostDepth = 20;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static IEnumerable<Line> Read(string text) => Read(Markdown.Parse(text, Pipeline), 0);

    private static IEnumerable<Line> Read(ContainerBlock blocks, int depth)
    {
        foreach (var block in depth > MostDepth ? [] : blocks.AsEnumerable())
        {
            var number = block.Line + 1;
            switch (block)
            {
                case HeadingBlock heading:
                    yield return new Line(number, LineKind.Heading, Words(heading), heading.Level);
                    break;
                case ListBlock list:
                    foreach (var item in list.OfType<ListItemBlock>())
                    {
                        yield return new Line(item.Line + 1, LineKind.Item, string.Join('\n', item.OfType<LeafBlock>().Select(Words)));
                    }

                    break;
                case Table table:
                    foreach (var row in table.OfType<TableRow>())
                    {
                        yield return Line.Row(row.Line + 1, [.. row.OfType<TableCell>().Select(cell => string.Join('\n', cell.OfType<LeafBlock>().Select(Words)))]);
                    }

                    break;
                case QuoteBlock quote:
                    foreach (var paragraph in quote.OfType<ParagraphBlock>())
                    {
                        foreach (var (index, words) in Words(paragraph).Split('\n').Index())
                        {
                            yield return new Line(number + index, words.StartsWith('«') ? LineKind.Quote : LineKind.Text, words.Trim());
                        }
                    }

                    break;
                case LeafBlock leaf when Words(leaf) is { Length: > 0 } words:
                    yield return new Line(number, words.StartsWith('«') ? LineKind.Quote : LineKind.Text, words);
                    break;
                case ContainerBlock container:
                    foreach (var line in Read(container, depth + 1))
                    {
                        yield return line;
                    }

                    break;
            }
        }
    }

    private static string Words(LeafBlock block) => block.Inline is null
        ? block.Lines.ToString().Trim()
        : string.Concat(block.Inline.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => "\n",
            _ => "",
        })).Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase).Trim();
}
