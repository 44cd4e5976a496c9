// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// What the contracts on either chain ask of their cross-domain messenger.
interface IMessenger {
    function xDomainMessageSender() external view returns (address);

    function sendMessage(address target, bytes calldata message, uint32 gasLimit) external payable;
}
