using System.Text.Json;

namespace Seminar.Contracts.Files;

/// <summary>
/// Reads one kind of file in the process that is made for it: a class with a parameterless constructor, public or not. It may be used for
/// several files, one after the other.
/// </summary>
public interface IFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, as it was sent.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="answer">Takes what was read.</param>
    void Read(string name, byte[] content, Stream answer);
}

/// <summary>Reads one kind of file, and answers an object, which travels as JSON.</summary>
/// <typeparam name="TAnswer">The answer: a record of plain values.</typeparam>
public interface IFileReader<TAnswer> : IFileReader
    where TAnswer : class
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, as it was sent.</param>
    /// <param name="content">What it holds.</param>
    /// <returns>What was read; why nothing was, too, when the reader knows it.</returns>
    TAnswer Read(string name, byte[] content);

    /// <inheritdoc/>
    void IFileReader.Read(string name, byte[] content, Stream answer) => JsonSerializer.Serialize(answer, Read(name, content), TravellingJson.Of<TAnswer>());
}
