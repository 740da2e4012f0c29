using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>Unfolds what holds words, within a budget; pictures, and a compression of the last century whose size cannot be told beforehand, stay folded.</summary>
internal sealed class PdfFilters(PdfBudget budget) : BaseFilterProvider(Within(budget))
{
    private static Dictionary<string, IFilter> Within(PdfBudget budget)
    {
        var (flate, ascii85, hex) = (new Bounded(new FlateFilter(), Inflated, budget), new Bounded(new Ascii85Filter(), input => input.Length * 4L, budget), new Bounded(new AsciiHexDecodeFilter(), input => input.Length, budget));
        var folded = new Folded();
        return new Dictionary<string, IFilter>
        {
            ["FlateDecode"] = flate, ["Fl"] = flate, ["ASCII85Decode"] = ascii85, ["A85"] = ascii85, ["ASCIIHexDecode"] = hex, ["AHx"] = hex,
            ["LZWDecode"] = folded, ["LZW"] = folded, ["RunLengthDecode"] = folded, ["RL"] = folded, ["CCITTFaxDecode"] = folded, ["CCF"] = folded,
            ["DCTDecode"] = folded, ["DCT"] = folded, ["JBIG2Decode"] = folded, ["JPXDecode"] = folded,
        };

        // Counted, kept nowhere, and no further than the budget goes.
        long Inflated(ReadOnlyMemory<byte> input)
        {
            using var inflate = new DeflateStream(new MemoryStream(input.Length < 2 ? [] : input[2..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            var (length, read) = (0L, 0);
            try
            {
                while (length <= budget.LeftToUnfold && (read = inflate.Read(buffer)) > 0)
                {
                    length += read;
                }
            }
            catch (InvalidDataException)
            {
                // Damaged from here on; what came before counts.
            }

            return length;
        }
    }

    private sealed class Bounded(IFilter filter, Func<ReadOnlyMemory<byte>, long> most, PdfBudget budget) : IFilter
    {
        /// <summary>A stream is folded, and written in letters: a third time is a trap.</summary>
        private const int MostChained = 2;

        private const int WidestRow = 100_000;

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filterIndex >= MostChained || IsTooWide(streamDictionary, filterIndex))
            {
                throw new PdfTooLongException();
            }

            budget.Unfold(most(input));
            var unfolded = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Enumerate(PdfCodes.CountIn(unfolded.Span));
            return unfolded;
        }

        /// <summary>Rows that a table of numbers is written in: memory is set aside for one before any of it is there.</summary>
        private static bool IsTooWide(DictionaryToken stream, int index)
        {
            var found = stream.TryGet(NameToken.DecodeParms, out var given) || stream.TryGet(NameToken.Dp, out given) ? given : null;
            var parameters = (found is ArrayToken all ? all.Data.ElementAtOrDefault(index) : found) as DictionaryToken;
            return parameters is not null && parameters.Data.Values.OfType<NumericToken>().Any(number => number.Data is < 0 or > WidestRow);
        }
    }

    private sealed class Folded : IFilter
    {
        public bool IsSupported => false;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => Memory<byte>.Empty;
    }
}
