using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Seminar.Themes.EmploymentService.Features.Documents.Words;

/// <summary>Writes the letters of a page one after the other; a letter that does not touch the one before it begins a word. Lines and pictures say nothing.</summary>
internal sealed class PdfLetters(
    int pageNumber, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters, CropBox cropBox, UserSpaceUnit unit, PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix, ParsingOptions options)
    : BaseStreamProcessor<string>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, initialMatrix, options)
{
    /// <summary>Between two words, of the letters' height: a tight line of justified text leaves a fifth, two letters drawn together a tenth at most.</summary>
    private const double Gap = 0.15;

    /// <summary>States put aside, each with all it holds; drawing programs go some ten deep.</summary>
    private const int MostStates = 500;

    private readonly PdfReading _reading = (PdfReading)options;
    private PdfPoint? _end;

    public override string Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        _reading.Words.Append(' ');
        return "";
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        var placing = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var start = placing.Transform(new PdfPoint(0, 0));
        if (_end is { } end && Distance(end, start) > Gap * Distance(start, placing.Transform(new PdfPoint(0, 1))))
        {
            _reading.Words.Append(' ');
        }

        _reading.Words.Append(unicode);
        _end = placing.Transform(new PdfPoint(characterBoundingBox.Width, 0));
        if (_reading.IsOver)
        {
            throw new PdfTooLongException();
        }
    }

    /// <summary>A part that is drawn costs something even when it is empty.</summary>
    public override void ApplyXObject(NameToken xObjectName)
    {
        _reading.Budget.Interpret(0);
        base.ApplyXObject(xObjectName);
    }

    public override void PushState()
    {
        if (StackSize > MostStates)
        {
            throw new PdfTooLongException();
        }

        base.PushState();
    }

    public override void BeginInlineImage()
    {
    }

    public override void SetInlineImageProperties(IReadOnlyDictionary<NameToken, IToken> properties)
    {
    }

    public override void EndInlineImage(Memory<byte> bytes)
    {
    }

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    private static double Distance(PdfPoint from, PdfPoint to) => Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2));
}
