package com.acme.koog

import ai.koog.agents.core.tools.annotations.LLMDescription
import ai.koog.agents.core.tools.annotations.Tool
import ai.koog.agents.core.tools.reflect.ToolSet
import java.io.File

@LLMDescription("Tools over the notes of a person")
class NoteTools(private val folder: File = File("notes")) : ToolSet {
    @Tool
    @LLMDescription("Read a note")
    fun readNote(name: String): String = File(folder, "$name.md").readText()

    @Tool
    @LLMDescription("Remove a note")
    fun removeNote(name: String): String {
        File(folder, "$name.md").delete()
        return "removed"
    }
}
