using System.Xml.Linq;

namespace Seminar.Reports.Formats.OpenDocument;

/// <summary>The namespaces of ODF 1.3, and the elements that every part of a document begins with.</summary>
internal static class Odf
{
    public const string Version = "1.3";

    public static readonly XNamespace Office = Of("office");
    public static readonly XNamespace Style = Of("style");
    public static readonly XNamespace Text = Of("text");
    public static readonly XNamespace Table = Of("table");
    public static readonly XNamespace Draw = Of("drawing");
    public static readonly XNamespace Chart = Of("chart");
    public static readonly XNamespace Meta = Of("meta");
    public static readonly XNamespace Manifest = Of("manifest");
    public static readonly XNamespace Fo = Of("xsl-fo-compatible");
    public static readonly XNamespace Svg = Of("svg-compatible");
    public static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";
    public static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>The root of a part, with the prefixes that people who read it expect.</summary>
    public static XElement Root(string name, params IEnumerable<object> content) => new(
        Office + name,
        Prefix("office", Office), Prefix("style", Style), Prefix("text", Text), Prefix("table", Table), Prefix("draw", Draw), Prefix("chart", Chart),
        Prefix("meta", Meta), Prefix("fo", Fo), Prefix("svg", Svg), Prefix("xlink", XLink), Prefix("dc", Dublin),
        new XAttribute(Office + "version", Version), content);

    public static XAttribute Prefix(string prefix, XNamespace space) => new(XNamespace.Xmlns + prefix, space);

    private static XNamespace Of(string part) => $"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0";
}
