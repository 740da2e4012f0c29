using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Seminar.Architecture.Tests;

/// <summary>What opens a file that someone sends is reached through the readers that run in another process, and by no other way.</summary>
public sealed partial class Files_are_read_elsewhere
{
    /// <summary>Each with its reason: the list is closed.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["Seminar.Reports.Formats.OpenDocument.OdtFormat::WriteAsync"] = "writes an archive",
        ["Seminar.Reports.Workbook.CsvFormat::WriteAsync"] = "writes an archive",
        ["Seminar.Reports.Workbook.JsonFormat::WriteAsync"] = "writes an archive",
        ["Seminar.Offer.Reading.CsvSheets::Read"] = "hundreds of megabytes of text, record by record, each of a greatest length",
        ["Seminar.Offer.Reading.CsvSheets::Next"] = "the same",
        ["Seminar.Offer.Reading.CsvSheets::Cells"] = "the same",
    };

    [Fact]
    public void Whatever_opens_a_file_is_reached_through_a_reader_alone()
    {
        var calls = Calls.In(Directory.EnumerateFiles(Solution.HostFolder, "Seminar.*.dll").Concat(Solution.Plugins.Select(plugin => plugin.Assembly)));

        calls.Openers.Should().HaveCountGreaterThan(6);
        calls.Readers.Should().HaveCountGreaterThan(4);
        WaysAround(calls).Should().BeEmpty("a file of a stranger can end the process that reads it");
    }

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var calls = Calls.In(Directory.EnumerateFiles(Solution.HostFolder, "Seminar.*.dll").Concat(Solution.Plugins.Select(plugin => plugin.Assembly)));

        Exceptions.Keys.Except(calls.Openers).Should().BeEmpty();
    }

    /// <summary>A rule that nothing can break proves nothing.</summary>
    [Fact]
    public void A_way_around_the_readers_is_found() =>
        WaysAround(Calls.In([typeof(Files_are_read_elsewhere).Assembly.Location])).Should().Contain($"{typeof(WayAround).FullName}::ServeAsync");

    private static IEnumerable<string> WaysAround(Calls calls)
    {
        var seen = calls.Openers.Where(opener => !Exceptions.ContainsKey(opener) && !calls.IsReader(opener)).ToHashSet();
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var method))
        {
            var callers = calls.Of(method).Where(caller => caller != method).ToList();
            if (callers.Count == 0)
            {
                yield return method;
            }

            callers.Where(caller => !calls.IsReader(caller) && seen.Add(caller)).ToList().ForEach(waiting.Enqueue);
        }
    }

    /// <summary>What someone might write one day.</summary>
    internal static class WayAround
    {
        public static async Task<int> ServeAsync(Stream sent)
        {
            await Task.Yield();
            return new[] { sent }.Select(each => Count(each)).First();
        }

        private static int Count(Stream sent)
        {
            using var archive = new System.IO.Compression.ZipArchive(sent);
            return archive.Entries.Count;
        }
    }

    /// <summary>Who calls whom in some assemblies; what a compiler makes of a method counts for the method.</summary>
    private sealed partial class Calls
    {
        private readonly HashSet<string> _readers = [];
        private readonly HashSet<string> _openers = [];
        private readonly HashSet<(string Caller, string Callee)> _calls = [];
        private ILookup<string, string> _callers = null!;

        public IReadOnlyCollection<string> Openers => _openers;

        public IReadOnlyCollection<string> Readers => _readers;

        public static Calls In(IEnumerable<string> assemblies)
        {
            var calls = new Calls();
            foreach (var assembly in assemblies)
            {
                using var module = ModuleDefinition.ReadModule(assembly);
                foreach (var type in module.GetTypes())
                {
                    calls.Add(type);
                }
            }

            calls._callers = calls._calls.ToLookup(call => call.Callee, call => call.Caller);
            return calls;
        }

        public IEnumerable<string> Of(string method) => _callers[method].Distinct();

        public bool IsReader(string method) => _readers.Contains(method[..method.IndexOf("::", StringComparison.Ordinal)]);

        private void Add(TypeDefinition type)
        {
            if (type.Interfaces.Any(each => each.InterfaceType.FullName.StartsWith("Seminar.Contracts.Files.IFileReader", StringComparison.Ordinal)))
            {
                _readers.Add(type.FullName.Replace('/', '+'));
            }

            foreach (var method in type.Methods.Where(method => method.HasBody))
            {
                foreach (var called in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>())
                {
                    _calls.Add((NameOf(method), NameOf(called)));
                    if (Opening().IsMatch($"{called.DeclaringType.GetElementType().FullName}::{called.Name}"))
                    {
                        _openers.Add(NameOf(method));
                    }
                }
            }
        }

        /// <summary>« Type::Method », with lambdas, iterators and asynchronous methods under the name that someone wrote.</summary>
        private static string NameOf(MethodReference method)
        {
            var type = method.DeclaringType.GetElementType();
            var written = MadeFrom().Match(method.Name);
            while (type.DeclaringType is { } outer && type.Name.StartsWith('<'))
            {
                written = MadeFrom().Match(type.Name) is { Success: true } found ? found : written;
                type = outer;
            }

            return $"{type.FullName.Replace('/', '+')}::{(written.Success ? written.Groups[1].Value : method.Name)}";
        }

        [GeneratedRegex(@"^<([\w.]+)>")]
        private static partial Regex MadeFrom();

        [GeneratedRegex(@"^(MiniExcelLibs\.MiniExcel::(?!SaveAs)|DocumentFormat\.OpenXml\.Packaging\.\w+Document::Open$|UglyToad\.PdfPig\.PdfDocument::Open$|CsvHelper\.CsvReader::|Markdig\.Markdown::"
            + @"|System\.IO\.Compression\.(ZipArchive::\.ctor|ZipFile::)|System\.Xml\.XmlReader::Create$|System\.Xml\.(Linq\.X(Document|Element)|XmlDocument)::(Load|Parse))")]
        private static partial Regex Opening();
    }
}
