package com.acme.chat

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import com.aallam.openai.api.chat.ChatCompletionRequest
import com.aallam.openai.api.chat.ChatMessage
import com.aallam.openai.api.chat.ChatRole
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.client.OpenAI
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.launch

class ChatViewModel(token: String) : ViewModel() {
    private val openAI = OpenAI(token = token)
    val answer = MutableStateFlow("")

    fun send(question: String) {
        viewModelScope.launch {
            val request = ChatCompletionRequest(
                model = ModelId("gpt-4o-mini"),
                messages = listOf(
                    ChatMessage(role = ChatRole.System, content = "You are a guide of a museum."),
                    ChatMessage(role = ChatRole.User, content = question),
                ),
            )
            answer.value = openAI.chatCompletion(request).choices.first().message.content.orEmpty()
        }
    }
}
