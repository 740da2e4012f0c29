using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>
/// Reads the letters of a page one by one, and keeps none but as text: the library's own page holds every letter, line and picture of it
/// with its outline, and is made before anyone could say stop. Public constructor: the library makes it.
/// </summary>
internal sealed class PdfPageWords(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : BasePageFactory<string>(scanner, resources, filters, new BoundedParser(parser, ((PdfReading)options).Budget), options), IPageFactory<string>
{
    private PdfBudget Budget => ((PdfReading)ParsingOptions).Budget;

    /// <summary>The parts of a page are put together before they are interpreted: one part may be named thousands of times.</summary>
    string IPageFactory<string>.Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations annotationProvider)
    {
        if (dictionary.TryGet<ArrayToken>(NameToken.Contents, PdfScanner, out var parts))
        {
            foreach (var part in parts.Data.OfType<IndirectReferenceToken>())
            {
                Budget.Interpret((PdfScanner.Get(part.Data)?.Data as StreamToken)?.Data.Length ?? 0);
            }
        }

        return Create(number, dictionary, pageTreeMembers, annotationProvider);
    }

    protected override string ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation,
        TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations) =>
        new PdfLetters(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions).Process(pageNumber, operations);

    /// <summary>Instructions of a page, or of a part that it draws, are counted before they are read.</summary>
    private sealed class BoundedParser(IPageContentParser parser, PdfBudget budget) : IPageContentParser
    {
        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            budget.Interpret(inputBytes.Length);
            return parser.Parse(pageNumber, inputBytes, log);
        }
    }
}
